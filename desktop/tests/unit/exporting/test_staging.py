"""What a killed export leaves beside its target is removed by the next one there, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from winnow.exporting.staging import staged

_EXPORTS = """
import sys
from pathlib import Path
from winnow.exporting.staging import staged
with staged(Path(sys.argv[1])) as folder:
    (folder / "half.onnx").write_bytes(b"half")
    print("begun", flush=True)
    sys.stdin.read()
"""


def begun(target: Path) -> subprocess.Popen[str]:
    """Return a program that is in the middle of an export to *target*."""
    program = subprocess.Popen(
        [sys.executable, "-c", _EXPORTS, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "begun\n"
    return program


def test_what_a_killed_export_left_goes_with_the_next_one_and_nothing_else_does(tmp_path: Path) -> None:
    with begun(tmp_path / "one") as killed, begun(tmp_path / "two") as living:
        killed.kill()
        killed.wait()
        (left,) = tmp_path.glob(".one-*")
        assert (left / "export" / "half.onnx").is_file()
        (tmp_path / ".mine-1.unfinished").mkdir()
        (tmp_path / ".mine-1.unfinished" / "letter.txt").write_text("not an export")
        elsewhere = tmp_path / ".three-1.unfinished"
        elsewhere.mkdir()
        (elsewhere / "winnow.lock").write_text(json.dumps({"pid": 1, "host": "another computer"}))
        with staged(tmp_path / "model") as folder:
            (folder / "whole.onnx").write_bytes(b"whole")
        assert not left.exists()
        assert [path.name for path in (tmp_path / "model").iterdir()] == ["whole.onnx"]
        assert (tmp_path / ".mine-1.unfinished" / "letter.txt").is_file()
        assert elsewhere.is_dir()
        assert len(list(tmp_path.glob(".two-*"))) == 1
        living.communicate("")
    assert [path.name for path in (tmp_path / "two").iterdir()] == ["half.onnx"]
    assert not list(tmp_path.glob(".two-*"))
