"""Tell pictures apart with a model that Winnow trained; needs onnxruntime, numpy and Pillow only.

    python predict.py PICTURE...

From Python: ``Model(folder).predict(paths)`` gives one row of probabilities for each picture.
"""

from __future__ import annotations

import io
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from PIL import Image, ImageCms, ImageFilter

Pixels = npt.NDArray[np.uint8]


class Model:
    """The ``.onnx`` file in *folder*: its labels, and how it wants its pictures."""

    def __init__(self, folder: Path) -> None:
        path = next(iter(sorted(folder.glob("*.onnx"))))
        self._session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        facts = self._session.get_modelmeta().custom_metadata_map
        self.labels: list[str] = json.loads(facts["labels"])
        self.fit: dict[str, Any] = json.loads(facts["fit"])

    def predict(self, paths: Sequence[Path]) -> npt.NDArray[np.float32]:
        """Return the probabilities, (n, labels) float32, of the pictures in the files *paths*."""
        rows = [self._session.run(None, {"pixels": fitted(load(path), self.fit)[None]})[0][0] for path in paths]
        return np.stack(rows)


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


def fitted(picture: Image.Image, fit: dict[str, Any]) -> Pixels:
    """Return *picture* as the model's square, (size, size, 3) uint8; *fit* is the model's "fit"."""
    size, width, height = int(fit["size"]), *picture.size
    if fit["mode"] == "squish":
        return np.asarray(_resized(picture, (size, size)))
    if fit["mode"] in ("crop", "random-resized-crop"):
        return _middle(picture, size, round(size / 0.875))
    if fit["mode"] == "tiles":
        return _middle(picture, size, size)
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
    sampled = image[:: math.ceil(max(image.shape[:2]) / 512), :: math.ceil(max(image.shape[:2]) / 512)]
    if fill["mode"] == "blur":
        edge = min(32, size)
        tiny = Image.fromarray(np.ascontiguousarray(sampled)).resize((edge, edge), Image.Resampling.BOX)
        blurred = tiny.filter(ImageFilter.GaussianBlur(1.5)).resize((size, size), Image.Resampling.BICUBIC)
        square[:] = np.asarray(blurred)
    elif fill["mode"] == "mean":
        square[:] = [round(float(value)) for value in sampled.reshape(-1, 3).mean(0)]
    else:
        square[:] = fill["colour"]
    square[top : top + height, left : left + width] = image
    return square


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
