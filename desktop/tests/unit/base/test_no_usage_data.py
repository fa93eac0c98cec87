from __future__ import annotations

import os
import subprocess
import sys


def test_onnx_runtime_keeps_no_number_of_this_machine_and_no_events_to_send(tmp_path):
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("ORT_", "XDG_"))}
    command = [sys.executable, "-c", "import winnow, onnxruntime"]
    subprocess.run(command, env={**alone, "HOME": str(tmp_path)}, check=True, timeout=120)
    assert [path for path in tmp_path.rglob("*") if "icrosoft" in str(path)] == []
