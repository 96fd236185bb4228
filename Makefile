# The commands of the house. Each says what it does; `make` lists them. All of them run what `python3 go.py` runs.
PY := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test lint format check bench clean

help:  ## list these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run:  ## judge the shipped sample and say where the report lies
	python3 go.py run

test:  ## run every test
	python3 go.py test

lint:  ## format check, style, types (strict on rules and desk), import contracts
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	PYTHONPATH=src .venv/bin/lint-imports --no-cache

format:  ## put the code into the house's format
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

check: lint  ## lint and test: what CI runs, nothing else
	$(PY) -m pytest -n auto

bench:  ## measure against the peers and write docs/performance.md
	python3 go.py bench

clean:  ## remove the environment and what was produced
	rm -rf .venv .tools out bao-cao
