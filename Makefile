# The commands of the house. Each says what it does; `make` lists them. All of them run what `python3 go.py` runs.
.DEFAULT_GOAL := help
.PHONY: help run judge test fast lint format check bench lock clean

help:  ## list these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run:  ## open the web application with the demo authority
	python3 go.py run

judge:  ## judge the shipped sample and say where the report lies
	python3 go.py judge

test:  ## run every test
	python3 go.py test -n auto

fast:  ## run the tests of the rules and of the house
	python3 go.py test -n auto tests/rules tests/house

lint:  ## format check, style, types (strict on rules, desk and go.py), import contracts
	python3 go.py lint

check:  ## lint and test: what CI runs, nothing else
	python3 go.py test

format:  ## put the code into the house's format
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench:  ## measure against the peers and write docs/performance.md
	python3 go.py bench

lock:  ## write the locks anew from pyproject.toml, with the newest versions
	python3 go.py lock --upgrade

clean:  ## remove the environment and what was produced
	rm -rf .venv .tools out bao-cao benchmarks/.env
