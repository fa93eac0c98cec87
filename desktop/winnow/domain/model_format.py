"""As what a trained network leaves the project."""

from __future__ import annotations

import enum


class ModelFormat(enum.Enum):
    """Who is to run it; each comes with a runnable example, and each is checked by it."""

    ONNX = "onnx"
    """One file for ONNX Runtime: needs no torch."""
    TORCH = "torch"
    """A program of torch.export (.pt2): needs torch, and nothing that says how the network is built."""
    SAFETENSORS = "safetensors"
    """Weights, their config.json, and the network in plain PyTorch: to learn on from."""
