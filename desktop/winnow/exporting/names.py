"""File names that every system takes."""

from __future__ import annotations

import unicodedata

MAX_BYTES = 120
_MAX_EXTENSION_BYTES = 12

_FORBIDDEN = frozenset('<>:"/\\|?*')
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They make a name read otherwise than it is."""
_UNUSABLE_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{device}{digit}" for device in ("COM", "LPT") for digit in "0123456789¹²³"]
)


def safe_name(name: str, taken: set[str] | None = None) -> str:
    """Return *name* as a name for a file or folder on Linux, macOS and Windows, and add it to *taken*.

    It is NFC, at most 120 bytes of UTF-8, without characters that a system
    forbids, no device's name, neither begins with a dot nor ends in a dot or
    space, and differs from all in *taken* whatever the case. An extension of
    up to 12 bytes is kept. Without *taken*, a name that is safe stays as it is.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".
    """
    used = set() if taken is None else taken
    stem, extension = _parts(_cleaned(name))
    found = _shortened(stem, extension)
    number = 1
    while _folded(found) in used:
        number += 1
        found = _shortened(stem, f"-{number}{extension}")
    used.add(_folded(found))
    return found


def _cleaned(name: str) -> str:
    # Composed first: what is composed may be another character, and one that is forbidden.
    composed = unicodedata.normalize("NFC", name)
    kept = "".join("_" if _is_unusable(one) else one for one in composed)
    trimmed = unicodedata.normalize("NFC", kept).lstrip(" ").rstrip(". ")
    if trimmed.startswith("."):
        trimmed = "_" + trimmed[1:]
    if trimmed.partition(".")[0].rstrip(" ").upper() in _RESERVED:
        trimmed = "_" + trimmed
    return trimmed or "_"


def _is_unusable(character: str) -> bool:
    return (
        character in _FORBIDDEN
        or character in _BIDI_CONTROLS
        or unicodedata.category(character) in _UNUSABLE_CATEGORIES
    )


def _parts(name: str) -> tuple[str, str]:
    """Return stem and extension, the latter with its dot; "" where it is none or too long to be one."""
    stem, dot, extension = name.rpartition(".")
    if not stem or len((dot + extension).encode()) > _MAX_EXTENSION_BYTES or " " in extension:
        return name, ""
    return stem, dot + extension


def _shortened(stem: str, extension: str) -> str:
    """Return stem and *extension* with as much of the stem as fits."""
    room = MAX_BYTES - len(extension.encode())
    cut = stem.encode()[:room].decode(errors="ignore")
    whole = cut + extension
    if len(cut) < len(stem) and not extension:
        # Cutting may have bared a dot or a space.
        whole = whole.rstrip(". ") or "_"
    return whole


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
