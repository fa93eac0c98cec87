"""Tell pictures apart with a model that Winnow trained.

    python predict.py PICTURE...

Needs numpy and Pillow, and of the model's own kind: onnxruntime for .onnx,
torch for .pt2, torch and safetensors for .safetensors (see network.py). Where
several are in one folder, the first of these is taken; from Python:
``Model(folder_or_file).predict(paths)`` gives one row of probabilities for
each picture.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import json
import math
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms, ImageFilter

Pixels = npt.NDArray[np.uint8]
Probabilities = npt.NDArray[np.float32]
Opened = tuple[Callable[[Pixels], Probabilities], dict[str, Any]]
"""What gives (n, labels) for (n, size, size, 3), and what the model tells of itself."""


class Model:
    """The model file *path*, or the one in the folder *path*: its labels, and how it wants its pictures."""

    def __init__(self, path: Path) -> None:
        file = path if path.is_file() else _model_file(path)
        self._run, self.facts = _OPENED[file.suffix](file)
        self.labels: list[str] = self.facts["labels"]
        self.fit: dict[str, Any] = self.facts["fit"]

    def predict(self, paths: Sequence[Path]) -> Probabilities:
        """Return the probabilities, (n, labels) float32, of the pictures in the files *paths*."""
        return np.stack([self._said(load(path)) for path in paths])

    def _said(self, picture: Image.Image) -> Probabilities:
        """Return what is said of *picture*, (labels,): of tiles the mean."""
        rows = np.concatenate([self._run(square[None]) for square in squares(picture, self.fit)])
        said: Probabilities = rows.mean(0)
        return said


def _model_file(folder: Path) -> Path:
    found = [path for suffix in _OPENED for path in sorted(folder.glob(f"*{suffix}"))]
    if not found:
        raise FileNotFoundError(f"{folder} has no model file ({', '.join(_OPENED)})")
    return found[0]


def _onnx(file: Path) -> Opened:
    # Some builds of it count their use; nobody asked for that here.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    runtime = importlib.import_module("onnxruntime")
    session = runtime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    told = session.get_modelmeta().custom_metadata_map
    facts = {key: json.loads(value) if key in ("labels", "fit") else value for key, value in told.items()}
    return lambda pixels: session.run(None, {"pixels": pixels})[0], facts


def _program(file: Path) -> Opened:
    torch = importlib.import_module("torch")
    told = {"winnow.json": ""}
    return _run_by(torch, torch.export.load(file, extra_files=told).module()), json.loads(told["winnow.json"])


def _weights(file: Path) -> Opened:
    spec = importlib.util.spec_from_file_location("network", file.with_name("network.py"))
    if spec is None or spec.loader is None:
        raise ImportError(f"there is no network.py beside {file}")
    rebuilt = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(rebuilt)
    network = rebuilt.classifier(file.parent)
    facts = json.loads(file.with_name("config.json").read_text("utf-8"))
    return _run_by(importlib.import_module("torch"), network), facts


def _run_by(torch: Any, network: Any) -> Callable[[Pixels], Probabilities]:
    def run(pixels: Pixels) -> Probabilities:
        with torch.no_grad():
            found: Probabilities = network(torch.from_numpy(pixels.copy())).numpy()
        return found

    return run


_OPENED: dict[str, Callable[[Path], Opened]] = {".onnx": _onnx, ".pt2": _program, ".safetensors": _weights}


def load(path: Path) -> Image.Image:
    """Return the picture in the file *path*: upright, sRGB, transparency over white."""
    with Image.open(path) as picture:
        picture.load()
        turn = picture.getexif().get(0x0112, 1)
        colours = _rgb(picture)
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    return colours.transpose(turns[turn]) if turn in turns else colours


def _rgb(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith(("I", "F")):
        return Image.fromarray(_eight_bits(np.asarray(picture))).convert("RGB")
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        with_alpha = picture.convert("RGBA")
        white = Image.new("RGBA", with_alpha.size, (255, 255, 255, 255))
        white.alpha_composite(with_alpha)
        return white.convert("RGB")
    profile = picture.info.get("icc_profile")
    if isinstance(profile, bytes) and picture.mode in ("RGB", "CMYK"):
        return _in_srgb(picture, profile)
    return picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    if b"sRGB" in profile or b"s\0R\0G\0B" in profile:
        return picture.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert("RGB")
    return converted if converted is not None else picture.convert("RGB")


def _eight_bits(values: npt.NDArray[Any]) -> Pixels:
    if values.dtype.kind == "f":
        highest = float(values.max(initial=1.0))
        return np.clip(values.astype(np.float64) * (255 / highest), 0, 255).astype(np.uint8)
    numbers = values.astype(np.int64)
    return np.clip(numbers >> 8 if numbers.max(initial=0) > 255 else numbers, 0, 255).astype(np.uint8)


def squares(picture: Image.Image, fit: dict[str, Any]) -> list[Pixels]:
    """Return all squares by which the model looks at *picture*: one, or with tiles one for each tile."""
    if fit["mode"] != "tiles":
        return [fitted(picture, fit)]
    size, shorter = int(fit["size"]), min(picture.size)
    if shorter > size:
        width, height = (max(size, round(side * (size / shorter))) for side in picture.size)
        picture = _resized(picture, (width, height))
    # Squares of the shorter side that share a fifth; of very long pictures larger ones, with their mean colour around.
    edge = max(min(picture.size), math.ceil(max(picture.size) / 8))
    lefts, tops = (_starts(side, edge) for side in picture.size)
    pixels = np.asarray(picture)
    return [_tile(pixels, left, top, edge, size) for top in tops for left in lefts]


def _starts(side: int, edge: int) -> list[int]:
    count = max(1, math.ceil((side - edge) / max(1.0, edge * (1 - 0.2)) - 1e-9) + 1)
    if count == 1:
        return [math.floor((side - edge) / 2)]
    return [math.floor((side - edge) / (count - 1) * number + 0.5) for number in range(count)]


def _tile(pixels: Pixels, left: int, top: int, edge: int, size: int) -> Pixels:
    inside = pixels[max(top, 0) : top + edge, max(left, 0) : left + edge]
    if inside.shape[:2] != (edge, edge):
        square = np.empty((edge, edge, 3), np.uint8)
        square[:] = _mean(pixels)
        above, before = max(-top, 0), max(-left, 0)
        square[above : above + inside.shape[0], before : before + inside.shape[1]] = inside
        inside = square
    return np.asarray(_resized(Image.fromarray(np.ascontiguousarray(inside)), (size, size)))


def fitted(picture: Image.Image, fit: dict[str, Any]) -> Pixels:
    """Return *picture* as the model's square, (size, size, 3) uint8; *fit* is the model's "fit"."""
    size, width, height = int(fit["size"]), *picture.size
    if fit["mode"] == "squish":
        return np.asarray(_resized(picture, (size, size)))
    if fit["mode"] in ("crop", "random-resized-crop"):
        return _middle(picture, size, round(size / 0.875))
    scale = size / max(width, height)
    small = _resized(picture, (max(1, round(width * scale)), max(1, round(height * scale))))
    return _padded(np.asarray(small), size, fit["fill"])


def _resized(
    picture: Image.Image, size: tuple[int, int], box: tuple[float, float, float, float] | None = None
) -> Image.Image:
    return picture.resize(size, Image.Resampling.BICUBIC, box, reducing_gap=2.0)


def _middle(picture: Image.Image, size: int, shorter: int) -> Pixels:
    width, height = picture.size
    if min(width, height) == shorter:
        left, top = (width - size) // 2, (height - size) // 2
        return np.asarray(picture.crop((left, top, left + size, top + size)))
    edge = min(width, height) * size / shorter
    left_at, top_at = (width - edge) / 2, (height - edge) / 2
    return np.asarray(_resized(picture, (size, size), (left_at, top_at, left_at + edge, top_at + edge)))


def _padded(image: Pixels, size: int, fill: dict[str, Any]) -> Pixels:
    height, width = image.shape[:2]
    left, top = -((width - size) // 2), -((height - size) // 2)
    around = ((top, size - height - top), (left, size - width - left), (0, 0))
    if fill["mode"] in ("edge", "reflect", "symmetric"):
        return np.pad(image, around, mode=fill["mode"])
    square = np.empty((size, size, 3), np.uint8)
    if fill["mode"] == "blur":
        edge = min(32, size)
        tiny = Image.fromarray(np.ascontiguousarray(_sampled(image))).resize((edge, edge), Image.Resampling.BOX)
        blurred = tiny.filter(ImageFilter.GaussianBlur(1.5)).resize((size, size), Image.Resampling.BICUBIC)
        square[:] = np.asarray(blurred)
    elif fill["mode"] == "mean":
        square[:] = _mean(image)
    else:
        square[:] = fill["colour"]
    square[top : top + height, left : left + width] = image
    return square


def _sampled(image: Pixels) -> Pixels:
    step = math.ceil(max(image.shape[:2]) / 512)
    return image[::step, ::step]


def _mean(image: Pixels) -> list[int]:
    return [round(float(value)) for value in _sampled(image).reshape(-1, 3).mean(0)]


def main() -> int:
    """Print a line of JSON for each picture that the command line names."""
    model = Model(Path(__file__).resolve().parent)
    for name in sys.argv[1:]:
        row = model.predict([Path(name)])[0]
        shares = {label: round(float(share), 6) for label, share in zip(model.labels, row, strict=True)}
        said = model.labels[int(row.argmax())]
        sys.stdout.write(json.dumps({"file": name, "label": said, "probabilities": shares}, ensure_ascii=False) + "\n")
    return 0 if len(sys.argv) > 1 else 2


if __name__ == "__main__":
    raise SystemExit(main())
