"""Embedding by ONNX Runtime against torch eager, with the same weights on the same cores, and all cores against one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from figures import Figure, Found, Note, in_ms, load, medians

_PICTURES = 24


def embedding() -> Iterator[Found]:
    """Features of one picture at a time: at least twice as fast as torch, and equal to its."""
    import torch

    from winnow.vision.embeddings import Embedder, prepare
    from winnow.vision.networks import MODELS

    threads = os.cpu_count() or 1
    torch.set_num_threads(threads)
    with tempfile.TemporaryDirectory(prefix="winnow-bench-") as folder:
        for name in ("efficientnet-lite0", "efficientnet-lite2"):
            model = MODELS[name]
            network = model.build().eval()
            path = prepare(name, Path(folder))
            embedder, alone = Embedder(path, threads), Embedder(path, 1)
            random = np.random.default_rng(0)
            pixels = random.integers(0, 256, (_PICTURES, model.edge_px, model.edge_px, 3), np.uint8)

            def by_torch(network: torch.nn.Module = network, pixels: np.ndarray = pixels) -> np.ndarray:
                rows = []
                with torch.inference_mode():
                    for one in pixels:
                        batch = torch.from_numpy(one).permute(2, 0, 1)[None].float() / 127.5 - 1
                        rows.append(torch.nn.functional.normalize(network(batch))[0].numpy())
                return np.stack(rows)

            def by_us(embedder: Embedder = embedder, pixels: np.ndarray = pixels) -> np.ndarray:
                return embedder.embed(pixels)

            def by_one(alone: Embedder = alone, pixels: np.ndarray = pixels) -> np.ndarray:
                return alone.embed(pixels)

            cosine = float(np.einsum("ij,ij->i", by_torch(), by_us()).min())
            seconds = medians({"torch": by_torch, "winnow": by_us, "one core": by_one})
            yield Note(f"{name} on {load()}: {in_ms(seconds, _PICTURES)} a picture")
            yield Figure("Sort", f"{name}, speed against torch eager", seconds["torch"] / seconds["winnow"], 2.0)
            yield Figure("Sort", f"{name}, {threads} cores against one", seconds["one core"] / seconds["winnow"], 1.5)
            yield Figure("Sort", f"{name}, 1 less the least cosine", 1 - cosine, 1e-3, at_most=True, unit="")
