"""Which licences are wanted, in the one short form that all searches are asked in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from winnow.base.errors import UserError

CODES = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd", "cc0", "pdm", "sampling+", "nc-sampling+")
"""As Openverse writes them; pdm is the public domain."""
COMMERCIAL = "commercial"
MODIFICATION = "modification"
_ANY = frozenset({"", "all", "any", "all-cc"})
_OTHER_NAMES = {"pd": "pdm", "public domain": "pdm", "publicdomain": "pdm", "zero": "cc0", "0": "cc0"}
_CREATIVE_COMMONS = re.compile(r"(?:cc|creative commons)[\s-]+(by(?:[\s-]+(?:nc|nd|sa))*|zero|0)\b")
_PUBLIC_DOMAIN = re.compile(r"public domain|\bpd\b|\bpdm\b|no restrictions|no known copyright")


class LicenceUnknown(UserError):
    """A licence was asked for that has no name here."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"'{name}' is no licence that can be asked for. Name one or several of {COMMERCIAL}, {MODIFICATION}, "
            f"{', '.join(CODES)}, with commas between them."
        )


@dataclass(frozen=True, slots=True)
class LicenceWish:
    """Licences that are wanted: one of *codes* (none: any), and of them those that allow what is asked."""

    codes: tuple[str, ...] = ()
    for_commerce: bool = False
    for_changes: bool = False

    @classmethod
    def of(cls, text: str) -> LicenceWish:
        """Read a comma list of codes and of the words ``commercial`` and ``modification``; upper case and a
        leading ``cc-`` are allowed.

        Raises:
            LicenceUnknown: a part of it means nothing.
        """
        names = [part.strip().lower() for part in text.split(",")]
        kinds = {COMMERCIAL, MODIFICATION}
        codes = dict.fromkeys(_code(name) for name in names if name not in kinds and name not in _ANY)
        return cls(tuple(codes), COMMERCIAL in names, MODIFICATION in names)

    @property
    def is_any(self) -> bool:
        """Whether every free licence will do."""
        return not (self.codes or self.for_commerce or self.for_changes)

    def allows(self, code: str) -> bool:
        """Say whether a picture under *code* is wanted; "" is a licence that could not be told."""
        if self.is_any:
            return True
        parts = code.split("-")
        return (
            code != ""
            and (not self.codes or code in self.codes)
            and not (self.for_commerce and "nc" in parts)
            and not (self.for_changes and "nd" in parts)
        )

    def allowed(self) -> tuple[str, ...]:
        """Return all codes that are wanted."""
        return tuple(code for code in CODES if self.allows(code))


def _code(name: str) -> str:
    bare = name.removeprefix("cc-").removeprefix("cc ").replace(" ", "-") if name != "cc0" else name
    code = _OTHER_NAMES.get(name, _OTHER_NAMES.get(bare, bare))
    if code not in CODES:
        raise LicenceUnknown(name)
    return code


def code_of(name: str) -> str:
    """Return the code of a licence as people write it ("CC BY-SA 3.0 de", "Public domain").

    A licence with no code (GFDL, FAL) gives its name in lower case, none gives "".
    """
    text = " ".join(name.lower().split())
    if re.search(r"\bcc[\s-]?0\b|\bcc zero\b", text):
        return "cc0"
    match = _CREATIVE_COMMONS.search(text)
    if match:
        code = re.sub(r"[\s-]+", "-", match[1])
        return _OTHER_NAMES.get(code, code)
    return "pdm" if _PUBLIC_DOMAIN.search(text) else text


def name_of(code: str, version: str = "") -> str:
    """Return a code as people write it: ``by-sa`` and ``2.0`` are "CC BY-SA 2.0"."""
    known = {"cc0": "CC0", "pdm": "Public Domain Mark", "sampling+": "CC Sampling+", "nc-sampling+": "CC NC Sampling+"}
    if not code:
        return ""
    name = known.get(code) or (f"CC {code.upper()}" if code in CODES else code)
    return f"{name} {version}".strip()
