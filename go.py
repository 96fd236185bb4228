#!/usr/bin/env python3
"""Make the environment from the locks, then do the work. Standard library only: nothing needs to be installed first.

Works on a fresh Debian with python3 and pip alone (no python3-venv, no compiler), as root or as anyone else:
docs/decisions/0002-bootstrap-and-hashed-locks.md says why it is done this way.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"

VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
UV = TOOLS / "bin" / "uv"
UV_LOCK = ROOT / "bootstrap.lock"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"  # includes the run-time lock, at the same versions
BENCH = ROOT / "benchmarks"
BENCH_LOCK = BENCH / "requirements.lock"

REPORTS = ROOT / "bao-cao"
SAMPLE = REPORTS / "mau"

USAGE = """Ba Rõ: giám sát kỷ luật, trách nhiệm trong thực thi công vụ.

  python3 go.py run [--port CỔNG]                mở trang web; lần đầu dựng sẵn cơ quan mẫu (không có thật)
  python3 go.py judge                            lập báo cáo giám sát cho bộ hồ sơ mẫu, vào bao-cao/mau/
  python3 go.py judge NHẬT_KÝ --process TỆP ...  lập báo cáo giám sát cho nhật ký của mình
  python3 go.py baro LỆNH ...                    gọi thẳng lệnh baro (baro --help để xem)
  python3 go.py test [THAM_SỐ_PYTEST ...]        kiểm tra phần mềm: mọi thứ mà CI chạy; có tham số thì chỉ chạy pytest
  python3 go.py lint                             chỉ kiểm tra định dạng, văn phong, kiểu và các tầng
  python3 go.py bench [THAM_SỐ ...]              đo tốc độ
  python3 go.py lock [--upgrade]                 viết lại các tệp khóa phiên bản từ pyproject.toml

Dữ liệu nằm trong thư mục BARO_HOME (mặc định ~/.local/share/baro)."""

# Tests that read or write records: they run on SQLite with all the others, and once more on PostgreSQL.
RECORDED = ("tests/records", "tests/desk", "tests/app", "tests/channels/web", "tests/channels/api", "tests/journeys")
# Journeys in a real browser: a part of their own, on both databases at once, each in a process.
BROWSED = "tests/journeys/browser"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_PACKAGES = ("chromium-headless-shell", "chromium")  # the first draws no windows that nobody sees

CHECKS = {
    "ruff format": ("ruff", "format", "--check", "."),
    "ruff check": ("ruff", "check", "."),
    "mypy": ("mypy",),
    "mypy go.py": ("mypy", "go.py"),
    "lint-imports": ("lint-imports", "--no-cache", "--no-logo"),
}


class Stuck(Exception):
    """Why the work cannot go on, as a sentence for the person at the terminal."""


def main(words: list[str]) -> int:
    """Do what the words ask and give the exit code."""
    if not words or words[0] not in WORKS:
        say(USAGE)
        return 0 if words and words[0] in ("-h", "--help", "help") else 2
    try:
        check_python()
        return WORKS[words[0]](words[1:])
    except Stuck as stuck:
        say(f"Chưa chạy được: {stuck}")
        return 1
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu.")
        return 130


# --- the works -------------------------------------------------------------------------------------------------------


def run(words: list[str]) -> int:
    """Open the web application, with the demo authority in a home that is new. The server takes this process's place, so
    that Ctrl+C and other signals reach it and nobody else."""
    if words and not words[0].startswith("-"):
        raise Stuck(f"go.py run mở trang web. Để lập báo cáo: python3 go.py judge {words[0]} --process TỆP ...")
    python = environment(VENV, RUN_LOCK, larger=DEV_LOCK)
    os.execve(python, [str(python), "-m", "baro.app", "serve", "--demo", *words], clean_env())


def judge(words: list[str]) -> int:
    """Judge a log; without one, the shipped sample."""
    if not words:
        return judge_sample()
    if not words[0].startswith("-") and not any(w.split("=")[0] == "--out" for w in words):
        words = [*words, "--out", os.path.relpath(REPORTS / Path(words[0]).name.split(".")[0])]
    return baro(["judge", *words])


def judge_sample() -> int:
    """Make the synthetic office anew, judge it, and say where the report lies."""
    out = Path(os.path.relpath(SAMPLE))
    made = out / "du-lieu"
    failed = baro(["demo-log", "--cases", "3000", "--seed", "1", "--out", str(made)])
    if failed:
        return failed
    processes = [str(table) for table in sorted((made / "quy-trinh").glob("*.xlsx"))]
    offices = ["--offices", str(made / "don-vi-chuc-danh.xlsx")]
    failed = baro(["judge", str(made / "nhat-ky.csv"), "--process", *processes, *offices, "--out", str(out)])
    if not failed:
        say("Hồ sơ mẫu do máy sinh ra, không có thật. Mở báo cáo bằng trình duyệt.")
    return failed


def baro(words: list[str]) -> int:
    """Run the command `baro` in its environment."""
    return call(environment(VENV, RUN_LOCK, larger=DEV_LOCK), "-m", "baro.app", *words)


def test(words: list[str]) -> int:
    """Run everything that CI runs; with words, pytest alone with these."""
    python = environment(VENV, DEV_LOCK)
    if words:
        return call(python, "-m", "pytest", *words)
    has_browser()
    failed = failed_checks(python)
    suite = ("-m", "pytest", "-n", "auto", "--ignore", BROWSED)
    if call(python, *suite):
        failed.append("pytest")
    if call(python, *suite, *RECORDED, more={"BARO_TEST_DATABASE": "postgresql"}):
        failed.append("pytest (PostgreSQL)")
    if browsed(python):
        failed.append("pytest (trình duyệt)")
    return told(failed)


def browsed(python: Path) -> bool:
    """Walk the pages in a browser, on both databases at once; say whether anything failed."""
    words = [str(python), "-m", "pytest", BROWSED]
    with tempfile.TemporaryDirectory(prefix="baro-looked-at-") as looked_at:  # what both come to is looked at once
        told = [{"BARO_TEST_DATABASE": kind, "BARO_LOOKED_AT": looked_at} for kind in ("sqlite", "postgresql")]
        walks = [subprocess.Popen(words, env=clean_env() | more) for more in told]
        codes = [walk.wait() for walk in walks]
    return any(codes)


def lint(words: list[str]) -> int:
    """Check format, style, types and layers."""
    return told(failed_checks(environment(VENV, DEV_LOCK)))


def bench(words: list[str]) -> int:
    """Measure, with the peers in an environment of their own."""
    environment(VENV, RUN_LOCK, larger=DEV_LOCK)
    return call(environment(BENCH / ".env", BENCH_LOCK), BENCH / "run.py", *words)


def lock(words: list[str]) -> int:
    """Write the locks from pyproject.toml. Versions stay as they are unless `--upgrade` asks for newer ones."""
    if not has_uv():
        raise Stuck("cần uv để viết tệp khóa, mà không cài được uv trên máy này.")
    uv_itself = "uv" if "--upgrade" in words else UV_LOCK.read_text("utf-8").split()[0]
    return (
        compile_lock(UV_LOCK, "-", *words, given=uv_itself)
        or compile_lock(RUN_LOCK, "pyproject.toml", *words)
        or compile_lock(DEV_LOCK, "pyproject.toml", "--extra", "dev", "-c", RUN_LOCK.name, *words)
        or compile_lock(BENCH_LOCK, "benchmarks/requirements.in", *words)
    )


# --- what they are made of -------------------------------------------------------------------------------------------


def failed_checks(python: Path) -> list[str]:
    """Run each check, to the last, and name those that failed."""
    return [name for name, words in CHECKS.items() if call(python.parent / words[0], *words[1:], cwd=ROOT)]


def told(failed: list[str]) -> int:
    """Say which checks failed; give the exit code."""
    if failed:
        say(f"Chưa đạt: {', '.join(failed)}.")
    return 1 if failed else 0


def compile_lock(target: Path, *words: str, given: str | None = None) -> int:
    """Resolve for every Python from the oldest on; names, versions, markers and hashes, no addresses."""
    silent = ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet")
    universal = ("--universal", "--python-version", ".".join(map(str, OLDEST)), "--generate-hashes")
    command = [str(UV), "pip", "compile", *silent, *universal, "-o", str(target.relative_to(ROOT)), *words]
    out = subprocess.run(command, cwd=ROOT, env=clean_env(), input=given, text=True, stdout=subprocess.DEVNULL)
    return out.returncode


def environment(place: Path, asked: Path, larger: Path | None = None) -> Path:
    """Make the environment at `place` hold a lock and give its Python; costs nothing where it already does.

    One that holds the `larger` lock, which includes the one asked for, keeps it. The stamp is written last: what was
    broken off, moved, or made by another Python, is made anew.
    """
    stamp = place / "lock.stamp"
    held = stamp.read_text("utf-8").splitlines() if stamp.exists() else []
    chosen = lock_for(held, asked, larger)
    wanted = [chosen.name, f"{VERSION} {place}", digest(chosen)]
    python = place / "bin" / "python"
    if held != wanted or not python.exists():
        say(f"Đang chuẩn bị môi trường theo {chosen.relative_to(ROOT)} …")
        if held[1:2] != wanted[1:2] or not python.exists():
            make_venv(place)
        stamp.unlink(missing_ok=True)
        install(python, chosen)
        link_sources(place)
        stamp.write_text("\n".join(wanted), "utf-8")
    return python


def has_browser() -> bool:
    """Have a Chromium, installing Debian's once where this may be done; without one the journeys fail and say so."""
    if any(map(shutil.which, BROWSERS)):
        return True
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (rights and not shutil.which("sudo")):
        say("Máy chưa có Chromium để kiểm tra các trang; xin cài gói chromium (trên Debian: apt-get install chromium).")
        return False
    say("Đang cài Chromium để kiểm tra các trang …")
    silent = clean_env() | {"DEBIAN_FRONTEND": "noninteractive"}
    apt = [*rights, "apt-get"]
    subprocess.run([*apt, "update", "-q"], env=silent, capture_output=True)
    for package in BROWSER_PACKAGES:
        words = [*apt, "install", "-y", "-q", "--no-install-recommends", package]
        done = subprocess.run(words, env=silent, capture_output=True, text=True)
        if done.returncode == 0:
            return True
    say(f"Không cài được Chromium: {last_line(done)}")
    return False


def lock_for(held: list[str], asked: Path, larger: Path | None) -> Path:
    """Choose the larger lock where the stamp names it, the one asked for otherwise."""
    return larger if larger is not None and held[:1] == [larger.name] else asked


def make_venv(place: Path) -> None:
    """Make an empty environment; pip stays outside, so Debian's python3-venv is not needed."""
    command = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(place)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise Stuck(f"không tạo được môi trường {place.relative_to(ROOT)} ({last_line(done)}).")


def install(python: Path, lock_file: Path) -> None:
    """Install exactly what the lock says, hashes checked, ready-built packages only: by uv, or else by pip alone."""
    hashed = ("--require-hashes", "--only-binary", ":all:")
    if has_uv():
        words = ("pip", "sync", "--quiet", "--compile-bytecode", *hashed, "--python", str(python), str(lock_file))
        if subprocess.run([str(UV), *words], env=clean_env(), capture_output=True).returncode == 0:
            return
    done = pip("--python", str(python), "install", "--quiet", *hashed, "-r", str(lock_file))
    if done.returncode:
        raise Stuck(why_not_installed(lock_file, done))


def has_uv() -> bool:
    """Have the pinned uv in .tools, fetching it once; without it pip does the same work, slower."""
    stamp = TOOLS / "lock.stamp"
    wanted = digest(UV_LOCK)
    if UV.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted:
        return True
    hashed = ("--require-hashes", "--only-binary", ":all:")
    done = pip("install", "--quiet", *hashed, "--upgrade", "--target", str(TOOLS), "-r", str(UV_LOCK))
    if done.returncode == 0 and UV.exists():
        stamp.write_text(wanted, "utf-8")
        return True
    return False


def pip(*words: str) -> subprocess.CompletedProcess[str]:
    """Run this Python's own pip."""
    if importlib.util.find_spec("pip") is None:
        raise Stuck("máy chưa có pip. Xin cài gói python3-pip (trên Debian: apt-get install python3-pip) rồi chạy lại.")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--retries", "2", *words]
    return subprocess.run(command, env=clean_env(), capture_output=True, text=True)


def why_not_installed(lock_file: Path, done: subprocess.CompletedProcess[str]) -> str:
    """Say why packages could not be installed, with what pip said last."""
    name, told_by_pip = lock_file.relative_to(ROOT), last_line(done)
    if "DO NOT MATCH THE HASHES" in done.stderr:
        return f"gói tải về không đúng mã băm ghi trong {name}, nên không được cài. Nguồn gói có thể đã bị thay đổi."
    if "No space left" in done.stderr:
        return "ổ đĩa đã đầy. Xin giải phóng khoảng 2 GB rồi chạy lại."
    return (
        f"không lấy được các gói trong {name}. Xin kiểm tra kết nối tới nguồn gói Python của đơn vị "
        f"(cấu hình của pip) rồi chạy lại. pip cho biết: {told_by_pip}"
    )


def link_sources(place: Path) -> None:
    """Let the environment see src/; nothing is built, so no build tool is needed."""
    packages = place / "lib" / f"python{VERSION}" / "site-packages"
    (packages / "baro.pth").write_text(f"{ROOT / 'src'}\n", "utf-8")


def check_python(version: tuple[int, int] = sys.version_info[:2]) -> None:
    """Refuse a Python or a system that this was never tried on."""
    if version < OLDEST:
        raise Stuck(f"cần Python {OLDEST[0]}.{OLDEST[1]} trở lên, máy đang dùng Python {version[0]}.{version[1]}.")
    if os.name != "posix":
        raise Stuck("mới chạy được trên Linux; trên Windows xin dùng WSL.")


def call(program: Path, *words: str | Path, cwd: Path | None = None, more: dict[str, str] | None = None) -> int:
    """Run a program in the foreground, with `more` environment variables, and give its exit code."""
    return subprocess.call([str(program), *map(str, words)], env=clean_env() | (more or {}), cwd=cwd)


def clean_env() -> dict[str, str]:
    """The environment variables without those that would mix in another Python's packages."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    return {**kept, "PYTHONUTF8": "1", "UV_PYTHON_DOWNLOADS": "never"}


def digest(file: Path) -> str:
    """The SHA-256 of a file. A lock that is absent is a reason to stop."""
    if not file.exists():
        raise Stuck(f"thiếu tệp {file.relative_to(ROOT)}; xin lấy lại đủ mã nguồn.")
    return hashlib.sha256(file.read_bytes()).hexdigest()


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """What a program said last."""
    lines = (done.stderr + done.stdout).strip().splitlines()
    return lines[-1] if lines else "không rõ lý do"


def say(sentence: str) -> None:
    """Say something at once, before what a started program says."""
    print(sentence, flush=True)


WORKS = {"run": run, "judge": judge, "baro": baro, "test": test, "lint": lint, "bench": bench, "lock": lock}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
