"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import re

from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused

EXTENSIONS = {
    "jpeg": frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"}),
    "png": frozenset({".png", ".apng"}),
    "gif": frozenset({".gif"}),
    "webp": frozenset({".webp"}),
    "bmp": frozenset({".bmp", ".dib"}),
    "tiff": frozenset({".tif", ".tiff"}),
    "avif": frozenset({".avif", ".avifs"}),
    "qoi": frozenset({".qoi"}),
}
"""The formats that are opened, with the extensions that suit them."""

_OPENED = (
    (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"BM", "bmp"),
    (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"II+\0", "tiff"), (b"MM\0+", "tiff"),
    (b"qoif", "qoi"),
)  # fmt: skip

_PICTURES = (
    (b"8BPS", "a Photoshop file"), (b"%!PS", "an EPS or PostScript file"), (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"\0\0\1\0", "an icon file (ICO)"), (b"\0\0\2\0", "a cursor file (CUR)"), (b"icns", "an Apple icon file"),
    (b"\0\0\0\x0cjP  \r\n", "a JPEG 2000 file"), (b"\xff\x4f\xff\x51", "a JPEG 2000 file"),
    (b"\xff\x0a", "a JPEG XL file"), (b"\0\0\0\x0cJXL ", "a JPEG XL file"),
    (b"DDS ", "a DirectDraw texture"), (b"BLP", "a Blizzard texture"), (b"\x01\xda", "an SGI file"),
    (b"SIMPLE  =", "a FITS file"), (b"\xd7\xcd\xc6\x9a", "a Windows metafile"), (b"v/1\1", "an OpenEXR file"),
    (b"#?RADIANCE", "a Radiance HDR file"), (b"FLIF", "a FLIF file"), (b"gimp xcf", "a GIMP file"),
    (b"II\xbc\1", "a JPEG XR file"), (b"AT&TFORM", "a DjVu file"), (b"P1\n", "a PBM file"), (b"P4\n", "a PBM file"),
    (b"P2\n", "a PGM file"), (b"P5\n", "a PGM file"), (b"P3\n", "a PPM file"), (b"P6\n", "a PPM file"),
    (b"IIRO", "a camera's raw file"), (b"FUJIFILM", "a camera's raw file"), (b"\x0a\x05\x01\x08", "a PCX file"),
)  # fmt: skip

_OTHERS = (
    (b"%PDF", "a PDF document"), (b"PK\3\4", "a ZIP archive"), (b"PK\5\6", "a ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed data"), (b"BZh", "bzip2-compressed data"), (b"\xfd7zXZ", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"), (b"7z\xbc\xaf", "a 7-Zip archive"), (b"Rar!", "a RAR archive"),
    (b"MZ", "a Windows program"), (b"\x7fELF", "a Linux program"), (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\xd0\xcf\x11\xe0", "an Office document"), (b"\x1aE\xdf\xa3", "a video (Matroska)"), (b"OggS", "a sound file"),
    (b"ID3", "a sound file"), (b"fLaC", "a sound file"), (b"SQLite format", "a database"), (b"FLV", "a video"),
    (b"wOFF", "a font"), (b"wOF2", "a font"),
)  # fmt: skip

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<(!doctype html|html|head|body|script|title|meta|\?php)\b", re.IGNORECASE)


def sniff(data: bytes) -> str:
    """Return the format of *data*, a key of `EXTENSIONS`.

    Raises:
        PictureRefused: UNSUPPORTED or NOT_AN_IMAGE, its detail says what it is
            instead; BROKEN where a known signature is damaged.
    """
    for magic, name in _OPENED:
        if data.startswith(magic):
            return name
    if data[:4] == b"RIFF":
        return _of_riff(data)
    if data[4:8] == b"ftyp":
        return _of_boxes(data)
    if data[:1] == b"\x89" or b"PNG" in data[:8]:
        raise PictureRefused(Reason.BROKEN, "its PNG signature is damaged")
    if data[:2] == b"\xff\xd8":
        raise PictureRefused(Reason.TRUNCATED, "it is no more than the beginning of a JPEG file")
    raise _foreign(data)


def _of_riff(data: bytes) -> str:
    if data[8:12] == b"WEBP":
        return "webp"
    what = {b"AVI ": "a video (AVI)", b"WAVE": "a sound file"}.get(data[8:12], "a RIFF file")
    raise PictureRefused(Reason.NOT_AN_IMAGE, f"it is {what}, not a picture")


def _of_boxes(data: bytes) -> str:
    end = min(max(int.from_bytes(data[:4], "big"), 16), 256)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}
    if brands & {b"avif", b"avis"}:
        return "avif"
    if brands & _HEIF_BRANDS:
        raise PictureRefused(Reason.UNSUPPORTED, "it is a HEIC picture, which is not opened; save it as JPEG first")
    if data[8:12] == b"crx ":
        raise PictureRefused(
            Reason.UNSUPPORTED, "it is a camera's raw file, which is not opened; save it as JPEG first"
        )
    raise PictureRefused(Reason.NOT_AN_IMAGE, "it is a video, not a picture")


def _foreign(data: bytes) -> PictureRefused:
    for magic, what in _PICTURES:
        if data.startswith(magic):
            return PictureRefused(
                Reason.UNSUPPORTED, f"it is {what}, which is not opened; save it as JPEG or PNG first"
            )
    for magic, what in _OTHERS:
        if data.startswith(magic):
            return PictureRefused(Reason.NOT_AN_IMAGE, f"it is {what}, not a picture")
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if head.startswith(b"<"):
        page, svg = _PAGE.search(head), _SVG.search(head)
        # A page may hold drawings, a drawing may hold no page: whichever comes first.
        if svg and not (page and page.start() < svg.start()):
            return PictureRefused(Reason.UNSUPPORTED, "it is an SVG drawing, which is not opened; save it as PNG first")
        what = "a web page (HTML)" if page else "an XML file"
        return PictureRefused(Reason.NOT_AN_IMAGE, f"it is {what}, not a picture")
    if head.startswith((b"{", b"[")):
        return PictureRefused(Reason.NOT_AN_IMAGE, "it is a JSON text, not a picture")
    if _is_text(head[:512]):
        return PictureRefused(Reason.NOT_AN_IMAGE, "it is a text, not a picture")
    return PictureRefused(Reason.NOT_AN_IMAGE, "it is not a picture of any known kind")


def _is_text(head: bytes) -> bool:
    return bool(head) and all(byte >= 32 or byte in b"\t\r\n\f" for byte in head)
