"""Winnow: from a pile of pictures to a clean data set and a trained classifier."""

import os

__version__ = "0.1.0"

# ONNX Runtime sends usage data to its maker unless this is set before it is imported. Set here, where every process
# of ours passes; Winnow sends none.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
