"""Look through a paper in a process of its own, with little memory and little time: a file made to fill a machine, or to crash
what reads it, ends that process and nothing else."""

import json
import resource
import subprocess
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from baro.rules.observed.papers import Integrity, ReadPaper, Signature, Trust
from baro.rules.prescribed.refusals import Refused

_MEMORY, _CPU_SECONDS, _SECONDS = 1536 * 1024 * 1024, 30, 60
_ME = "baro.channels.intake.papers.apart"


def read_apart(content: bytes, name: str, roots: Path) -> ReadPaper:
    """As `read_paper`; a file that ends the process raises `Refused("paper.too_heavy")`."""
    told, kept = _asked([name, str(roots)], content)
    signatures = tuple(map(_signature, told["signatures"]))
    return ReadPaper(
        content=kept,
        ending=told["ending"],
        file_name=told["file_name"],
        signatures=signatures,
        is_cleaned=told["is_cleaned"],
    )


def _asked(words: list[str], content: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        done = subprocess.run(
            [sys.executable, "-m", _ME, *words], input=content, capture_output=True, timeout=_SECONDS, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise Refused("paper.too_heavy") from error
    head, _, kept = done.stdout.partition(b"\n")
    told = json.loads(head)
    if "refused" in told:
        raise Refused.again(told["refused"], told["facts"])
    return told, kept


def _signature(told: dict[str, Any]) -> Signature:
    at = datetime.fromisoformat(told["signed_at"]) if told["signed_at"] else None
    return Signature(
        signer=told["signer"], signed_at=at, integrity=Integrity(told["integrity"]), trust=Trust(told["trust"])
    )


def _answer(name: str, roots: str) -> None:
    """What the process does: read, look through, tell."""
    from baro.channels.intake.papers import read_paper

    try:
        found = read_paper(sys.stdin.buffer.read(), name, Path(roots))
    except Refused as refusal:
        _tell({"refused": refusal.code, "facts": dict(refusal.facts)})
        return
    told = asdict(found)
    kept = told.pop("content")
    _tell(told)
    sys.stdout.buffer.write(kept)


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(told, default=lambda at: at.isoformat()).encode() + b"\n")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    _answer(*sys.argv[1:])
