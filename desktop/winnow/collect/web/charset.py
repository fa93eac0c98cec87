"""Which characters the bytes of a page are."""

from __future__ import annotations

import codecs
import re

from w3lib.encoding import html_body_declared_encoding, resolve_encoding

_CODECS = (
    "utf-8", "utf-16-le", "utf-16-be", "ibm866", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6",
    "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "koi8-r", "koi8-u",
    "mac-roman", "mac-cyrillic", "cp874", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp1257", "cp1258", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "shift_jis", "cp949", "euc_kr",
)  # fmt: skip
"""Those of the WHATWG's encoding standard, as Python names them. Others, such as UTF-7, are never used."""

_KNOWN = frozenset(codecs.lookup(name).name for name in _CODECS)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CSS_RULE = re.compile(rb'@charset "([\x20-\x7e]{1,40}?)";')
_DECLARED_WITHIN = 4096


def page_text(data: bytes, header_charset: str) -> str:
    """Return a page's text: by its byte order mark, the header's charset, its own meta element, or by what fits."""
    marked = _by_mark(data)
    if marked is not None:
        return marked
    declared = _codec(header_charset)
    if declared is None:
        declared = _codec(html_body_declared_encoding(data[:_DECLARED_WITHIN]) or "")
        if declared is not None and declared.startswith("utf-16"):
            declared = "utf-8"  # a page whose meta element can be read as ASCII is not UTF-16
    return _decoded(data, declared)


def sheet_text(data: bytes, header_charset: str) -> str:
    """Return a style sheet's text, as `page_text` does; its own declaration is an @charset rule."""
    marked = _by_mark(data)
    if marked is not None:
        return marked
    rule = _CSS_RULE.match(data)
    return _decoded(data, _codec(header_charset) or (_codec(rule[1].decode("ascii")) if rule else None))


def _by_mark(data: bytes) -> str | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return None


def _decoded(data: bytes, codec: str | None) -> str:
    if codec is not None:
        return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page that was cut off may end within a character.
        whole_but_its_end = error.start >= len(data) - 3
        return data.decode("utf-8" if whole_but_its_end else "cp1252", "replace")


def _codec(label: str) -> str | None:
    """Return the codec that *label* means, None where the standard does not know it."""
    label = label.strip().strip("\"'").lower()
    if not label or not label.isascii() or len(label) > 40:
        return None
    try:
        # By the standard it is this byte order where no mark says another.
        name = codecs.lookup("utf-16-le" if label == "utf-16" else resolve_encoding(label) or label).name
    except (LookupError, ValueError):
        return None
    return name if name in _KNOWN else None
