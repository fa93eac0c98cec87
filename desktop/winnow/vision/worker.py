"""The process in which pictures from outside are decoded: ``python -m winnow.vision.worker``.

It reads requests from standard input and answers on standard output until
the input ends; see `winnow.vision.serving`.
"""

from __future__ import annotations

import encodings.ascii
import encodings.cp1252
import encodings.latin_1
import encodings.utf_16
import encodings.utf_16_be
import encodings.utf_16_le  # noqa: F401 - looked up by name later, when no module can be opened
import io

import numpy as np
from PIL import Image

from winnow.base.errors import ContractError
from winnow.domain.frame import Frame
from winnow.domain.image import Reason
from winnow.vision import decode
from winnow.vision.refusal import PictureRefused
from winnow.vision.serving import serve
from winnow.vision.wire import Reply, Request, Task


def main() -> None:
    """Serve until the other side hangs up."""
    serve(Request, answer, _warm_up)


def answer(request: Request, data: bytes) -> tuple[Reply, bytes | memoryview]:
    """Do what *request* asks of the picture *data*; never raises."""
    try:
        return _done(request, data)
    except PictureRefused as refusal:
        return Reply(reason=refusal.reason, detail=refusal.detail), b""
    except Exception as error:  # noqa: BLE001 - the border to foreign bytes: one file must not end the worker
        return Reply(reason=Reason.BROKEN, detail=f"it cannot be decoded ({type(error).__name__})"), b""


def _done(request: Request, data: bytes) -> tuple[Reply, bytes | memoryview]:
    if request.task is Task.EXAMINE:
        examined = decode.examine(data, request.name)
        return Reply(facts=examined.facts), examined.thumbnail
    if request.task is Task.PIXELS:
        pixels, scale = decode.load_reduced(data, request.shorter_side)
        return Reply(shape=pixels.shape, scale=scale), np.ascontiguousarray(pixels).data.cast("B")
    if request.frame is None:
        raise ContractError("a frame's thumbnail was asked for without the frame")
    return Reply(), decode.frame_thumbnail(data, request.frame)


_KEPT_BYTES = 24 << 20


def _warm_up() -> None:
    """Decode a picture of each usual kind, so that all that is loaded late is loaded now."""
    # The C library gives freed memory back at once until it has seen a large block freed, see mallopt(3);
    # a small picture then spent a fifth of its time on getting the same pages again.
    np.empty(_KEPT_BYTES, np.uint8)
    picture = Image.new("RGBA", (48, 48), (200, 100, 50, 128))
    for kind in ("PNG", "GIF", "WEBP", "TIFF"):
        answer(Request(Task.EXAMINE), _encoded(picture, kind))
    for mode in ("RGB", "CMYK"):
        answer(Request(Task.EXAMINE), _encoded(picture.convert(mode), "JPEG"))
    turned = Frame(-9, -9, 40, 40, angle=5.0)
    answer(Request(Task.FRAME_THUMBNAIL, frame=turned), _encoded(picture.convert("RGB"), "BMP"))


def _encoded(picture: Image.Image, kind: str) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind)
    return stream.getvalue()


if __name__ == "__main__":
    main()
