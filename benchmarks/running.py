"""Run jobs as processes of their own, in turn, and give the medians of what they told."""

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DATA = HERE / ".data"
OURS, PEERS = ROOT / ".venv/bin/python", HERE / ".env/bin/python"
CASES = 450_000
Job = tuple[Path, str, tuple[str, ...]]  # whose Python, the file in jobs/, its words


@dataclass(frozen=True)
class Told:
    """What a job told: seconds by part, the whole process's seconds, peak memory, checks, processor seconds by part."""

    seconds: dict[str, float]
    wall: float
    mb: int
    checks: dict[str, object]
    cpu: dict[str, float]


def run(python: Path, job: str, *words: str, more: dict[str, str] | None = None) -> Told:
    """Run one job, with `more` environment variables, and read its line; a job that fails ends the measuring."""
    start = time.perf_counter()
    env = os.environ | {"PYTHONPATH": str(ROOT / "src") if python == OURS else ""} | (more or {})
    command = [python, HERE / "jobs" / f"{job}.py", *words]
    made = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    wall = time.perf_counter() - start
    line = next((x for x in made.stdout.splitlines() if x.startswith("RESULT ")), None)
    if line is None:
        sys.exit(f"{job} {' '.join(words)}: {made.stderr[-2000:]}")
    told = json.loads(line.removeprefix("RESULT "))
    return Told(told["seconds"], wall, told["mb"], told["checks"], told["cpu"])


def in_turn(jobs: dict[str, Job], rounds: int) -> dict[str, Told]:
    """Run jobs one after the other, several rounds, and give the medians of each."""
    runs: dict[str, list[Told]] = {name: [] for name in jobs}
    for k in range(rounds):
        for name, (python, job, words) in jobs.items():
            print(f"  {k + 1}/{rounds} {name}", file=sys.stderr, flush=True)
            runs[name].append(run(python, job, *words))
    return {name: median(told) for name, told in runs.items()}


def median(told: list[Told]) -> Told:
    """Give the medians of several runs of one job; of memory the most."""
    parts = {part: statistics.median(t.seconds[part] for t in told) for part in told[0].seconds}
    wall = statistics.median(t.wall for t in told)
    cpu = {part: statistics.median(t.cpu[part] for t in told) for part in told[0].cpu}
    return Told(parts, wall, max(t.mb for t in told), told[0].checks, cpu)


def make_data() -> tuple[Path, Path, Path]:
    """Make the year, the year ten times over, and the year as an agency's own software exports it, once."""
    year, ten = DATA / "year", DATA / "ten"
    _make(year, ("year", year, CASES))
    _make(ten, ("ten", year, ten))
    return year, ten, make_export()


def make_export() -> Path:
    """Make the year as an agency's own software exports it, once."""
    export = DATA / "export"
    _make(export, ("export", export, CASES))
    return export


def _make(folder: Path, words: tuple[object, ...]) -> None:
    if not (folder / "done").exists():
        print(f"  making {folder.name}", file=sys.stderr, flush=True)
        command = [OURS, HERE / "make_data.py", *map(str, words)]
        subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")})
