"""A lock keeps other processes out for as long as its holder lives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from winnow.base.lock import AlreadyOpen, Lock

HOLD = "import sys; from pathlib import Path; from winnow.base.lock import Lock; a = Lock(Path(sys.argv[1])); "


def test_another_process_is_refused_until_it_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "project.lock"
    program = [sys.executable, "-c", HOLD + "print('held', flush=True); sys.stdin.read()", str(path)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(AlreadyOpen, match=f"process {holder.pid}") as refused:
            Lock(path)
        assert refused.value.holder["pid"] == holder.pid
        holder.kill()
    Lock(path).release()


def test_a_released_lock_is_free(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "project.lock")
    with pytest.raises(AlreadyOpen):
        Lock(tmp_path / "project.lock")
    lock.release()
    lock.release()
    Lock(tmp_path / "project.lock").release()


def test_a_holder_that_is_not_named_is_still_respected(tmp_path: Path) -> None:
    path = tmp_path / "project.lock"
    lock = Lock(path)
    path.write_text("[scribble")
    with pytest.raises(AlreadyOpen, match="this computer"):
        Lock(path)
    lock.release()
