"""From what Pillow decoded to upright sRGB pixels."""

from __future__ import annotations

import functools
import io

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from winnow.vision.refusal import DECODER_ERRORS

Pixels = npt.NDArray[np.uint8]

_ORIENTATION_TAG = 0x0112
_MAX_PROFILE_BYTES = 4 << 20
_PIXELS_AT_ONCE = 1 << 20
_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N", "F")
_PROFILE_MODES = {"RGB": "RGB ", "CMYK": "CMYK"}


def orientation(picture: Image.Image) -> int:
    """Return the EXIF orientation of *picture*, 1 to 8; 1 where it has none or nonsense."""
    try:
        value = picture.getexif().get(_ORIENTATION_TAG, 1)
    except DECODER_ERRORS:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def turned_upright(pixels: Pixels, orientation: int) -> Pixels:
    """Return *pixels*, (H, W, 3), as EXIF *orientation* means them to be seen. Source: EXIF 2.3, tag 0x0112."""
    if orientation >= 5:
        pixels = pixels.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return np.ascontiguousarray(pixels)


def rgb_of(picture: Image.Image) -> Image.Image:
    """Return loaded *picture* as RGB: deep greys scaled, transparency over white, its colour profile applied."""
    if picture.mode in _SIXTEEN_BITS:
        return Image.fromarray(_eight_bits(np.asarray(picture))).convert("RGB")
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        with_alpha = picture.convert("RGBA")
        white = Image.new("RGBA", with_alpha.size, (255, 255, 255, 255))
        white.alpha_composite(with_alpha)
        return white.convert("RGB")
    profile = picture.info.get("icc_profile")
    if isinstance(profile, bytes) and picture.mode in _PROFILE_MODES:
        return _in_srgb(picture, profile)
    return picture.convert("RGB")


def srgb_of(pixels: Pixels, profile: object) -> Pixels:
    """Return *pixels*, (h, w, 3), in sRGB if *profile* is a usable ICC profile, else as they are."""
    if not isinstance(profile, bytes) or not _matters(profile):
        return pixels
    return np.array(_in_srgb(Image.fromarray(pixels), profile))


def _matters(profile: bytes) -> bool:
    """Most profiles are sRGB's own: nothing to do. The name is ASCII or UTF-16."""
    is_srgb = b"sRGB" in profile or b"s\0R\0G\0B" in profile
    return not is_srgb and len(profile) <= _MAX_PROFILE_BYTES


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    transform = _transform(profile, picture.mode) if _matters(profile) else None
    if transform is None:
        return picture.convert("RGB")
    try:
        converted = ImageCms.applyTransform(picture, transform)
    except (ImageCms.PyCMSError, *DECODER_ERRORS):
        return picture.convert("RGB")
    return converted if converted is not None else picture.convert("RGB")


@functools.lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Return the way from *profile* to sRGB, None if it cannot be used for *mode*: then colours stay as stored."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space != _PROFILE_MODES[mode]:
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, *DECODER_ERRORS):
        return None


def _eight_bits(values: npt.NDArray[np.generic]) -> Pixels:
    """Scale grey *values*, (H, W), of 16 or more bits to 0..255. Pillow's own conversion clips them to white.

    In bands of lines: eight bytes for each of 50 million pixels are more than a picture may take. What is no number
    is black.
    """
    scaled = np.empty(values.shape, np.uint8)
    lines = max(1, _PIXELS_AT_ONCE // max(1, values.shape[1]))
    bands = [slice(at, at + lines) for at in range(0, len(values), lines)]
    if values.dtype.kind == "f":
        highest = max([1.0, *(float(values[band].max(initial=1.0, where=np.isfinite(values[band]))) for band in bands)])
        for band in bands:
            numbers = np.nan_to_num(values[band].astype(np.float64), nan=0.0, posinf=highest, neginf=0.0)
            scaled[band] = np.clip(numbers * (255 / highest), 0, 255)
        return scaled
    shift = 8 if values.max(initial=0) > 255 else 0
    for band in bands:
        scaled[band] = np.clip(values[band].astype(np.int64) >> shift, 0, 255)
    return scaled
