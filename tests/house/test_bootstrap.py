"""The bootstrap leaves alone what is already right, and tells each obstacle in a sentence."""

import importlib.util
import subprocess
import sys
from types import ModuleType

import pytest

from house.source import ROOT


def _go() -> ModuleType:
    spec = importlib.util.spec_from_file_location("go", ROOT / "go.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


go = _go()


def _held(place, lock):
    """An environment that says it holds a lock; nothing could be installed into it."""
    (place / "bin").mkdir(parents=True)
    (place / "bin" / "python").touch()
    (place / "lock.stamp").write_text("\n".join([lock.name, f"{go.VERSION} {place}", go.digest(lock)]), "utf-8")
    return place


def _files(place):
    return {file: file.stat().st_mtime_ns for file in place.rglob("*")}


@pytest.mark.parametrize("held", [go.RUN_LOCK, go.DEV_LOCK], ids=lambda lock: lock.name)
def test_run_keeps_an_environment_that_holds_its_lock_or_the_larger_one(tmp_path, held):
    place = _held(tmp_path / "env", held)
    before = _files(place)
    assert go.environment(place, go.RUN_LOCK, larger=go.DEV_LOCK) == place / "bin" / "python"
    assert _files(place) == before


def test_the_tests_do_not_make_do_with_the_run_time_lock():
    assert go.lock_for([go.RUN_LOCK.name], go.DEV_LOCK, None) == go.DEV_LOCK
    assert go.lock_for([go.DEV_LOCK.name], go.RUN_LOCK, go.DEV_LOCK) == go.DEV_LOCK
    assert go.lock_for([], go.RUN_LOCK, go.DEV_LOCK) == go.RUN_LOCK


@pytest.mark.parametrize("words", [[], ["no-such-work"]])
def test_without_a_known_word_the_commands_are_told(words):
    done = subprocess.run([sys.executable, ROOT / "go.py", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "python3 go.py run" in done.stdout


def test_an_old_python_is_told_in_a_sentence():
    with pytest.raises(go.Stuck, match=r"cần Python 3\.11 trở lên, máy đang dùng Python 3\.9"):
        go.check_python((3, 9))


def test_a_missing_lock_is_told_in_a_sentence():
    with pytest.raises(go.Stuck, match=r"thiếu tệp no-such\.lock"):
        go.digest(ROOT / "no-such.lock")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "không đúng mã băm"),
        ("ERROR: Could not install packages due to an OSError: No space left on device", "ổ đĩa đã đầy"),
        ("ERROR: No matching distribution found for numpy", "kiểm tra kết nối"),
    ],
)
def test_what_pip_says_becomes_a_sentence(said, told):
    done = subprocess.CompletedProcess([], 1, stdout="", stderr=said)
    assert told in go.why_not_installed(go.RUN_LOCK, done)


def _programs(folder, **scripts: str):
    """A folder with nothing in it but these programs."""
    folder.mkdir()
    for name, script in scripts.items():
        (folder / name.replace("_", "-")).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name.replace("_", "-")).chmod(0o755)
    return str(folder)


def test_a_browser_that_is_there_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", _programs(tmp_path / "bin", chromium="exit 0", apt_get="exit 1"))
    assert go.has_browser()


def test_a_missing_browser_is_installed(tmp_path, monkeypatch):
    written = tmp_path / "asked.txt"
    programs = _programs(tmp_path / "bin", apt_get=f"echo $* >> {written}", sudo='shift; exec "$@"')
    monkeypatch.setenv("PATH", programs)
    assert go.has_browser()
    assert [line.split()[0] for line in written.read_text().splitlines()] == ["update", "install"]
    assert "chromium" in written.read_text()


@pytest.mark.parametrize("scripts", [{}, {"apt_get": "echo không có quyền >&2; exit 1", "sudo": 'shift; exec "$@"'}])
def test_a_browser_that_cannot_be_installed_is_told_in_a_sentence(tmp_path, monkeypatch, capsys, scripts):
    monkeypatch.setenv("PATH", _programs(tmp_path / "bin", **scripts))
    assert not go.has_browser()
    told = capsys.readouterr().out
    assert "apt-get install chromium" in told or "Không cài được Chromium: không có quyền" in told
