"""A list of addresses: one a line, or a column of a table, with labels and what else is known beside them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from winnow.base.counted import counted
from winnow.base.errors import UserError
from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Visit
from winnow.collect.net.refusal import shown
from winnow.collect.sources.interface import checked, line, link
from winnow.domain.image import Reason

MOST_BYTES = 64 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ("\t", ";", ",", "|")
_HEADERS = {
    "address": ("url", "urls", "address", "image_url", "imageurl", "image url", "img_url", "original_url", "photo_url",
                "picture_url", "image", "img", "src", "link", "href", "uri", "picture", "photo"),
    "label": ("label", "labels", "class", "class_name", "category", "target", "species", "breed", "tag", "klass"),
    "title": ("title", "name"),
    "alt": ("alt", "caption", "text", "description"),
    "author": ("author", "creator", "photographer", "artist"),
    "licence": ("licence", "license"),
    "licence_url": ("licence_url", "license_url"),
    "page": ("page", "page_url", "source", "landing_page", "foreign_landing_url"),
}  # fmt: skip
"""What a column's name may be, the likeliest first."""
_LIKE_AN_ADDRESS = ("http://", "https://", "//")
_OF_AN_ADDRESS = frozenset("/?=&%")
"""Characters that a label hardly has: a comma before them is part of an address, not an end of a cell."""


class ListUnreadable(UserError):
    """A file is no list of addresses at all."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        self.what = what
        super().__init__(
            f"{name} is no list of addresses: {what}. "
            "Give a text file with one address a line, or a table (CSV) with a column called 'url'."
        )


@dataclass(frozen=True, slots=True)
class AddressSource:
    """All addresses of *text*; *name* is what the person knows the list by."""

    name: str
    text: str

    @classmethod
    def of(cls, name: str, content: bytes) -> AddressSource:
        """Return the source of a file's *content*.

        Raises:
            ListUnreadable: it is no text, or far too long.
        """
        return cls(name, decoded(name, content))

    @property
    def manners(self) -> Manners:
        """As with any page."""
        return Manners()

    def start(self) -> Finds:
        """Return every address once; those that cannot be asked are withheld, with their lines.

        Raises:
            ListUnreadable: there is no address in it.
        """
        gathered = _Gathered()
        for number, picture in _entries(self.text):
            gathered.take(number, replace(picture, page=picture.page or self.name))
        if not gathered.pictures and not gathered.withheld:
            raise ListUnreadable(self.name, "nothing stands in it")
        return gathered.finds()

    def read(self, _visit: Visit, _answer: Answer) -> Finds:
        """Nothing: a list names no visit."""
        return Finds()


def decoded(name: str, content: bytes) -> str:
    """Return the text of a list file, whatever it is encoded in.

    By its mark; else UTF-8; else UTF-16 where every second byte is 0; else Windows' western code page.

    Raises:
        ListUnreadable: it is no text, or longer than 64 MiB.
    """
    if len(content) > MOST_BYTES:
        raise ListUnreadable(name, f"it has {len(content) >> 20} MiB, and at most {MOST_BYTES >> 20} are read")
    encodings = [encoding for mark, encoding in _MARKS if content.startswith(mark)][:1] or _guesses(content)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ListUnreadable(name, "it is no text")


def _guesses(content: bytes) -> list[str]:
    start = content[:4096]
    if start.count(0) * 3 > len(start):
        return ["utf-16-le" if start[1::2].count(0) >= start[::2].count(0) else "utf-16-be"]
    return ["utf-8", "cp1252"]


@dataclass(slots=True)
class _Gathered:
    """What was read so far; each address once."""

    pictures: dict[str, FoundPicture] = field(default_factory=dict)
    withheld: dict[str, tuple[FoundPicture, Reason, str]] = field(default_factory=dict)
    empty: int = 0
    repeated: int = 0
    contradicted: int = 0

    def take(self, number: int, picture: FoundPicture) -> None:
        key = picture.addresses[0]
        if not key:
            self.empty += 1
            return
        good, wrong = checked(picture.addresses)
        if not good:
            self.repeated += key in self.withheld
            raw = replace(picture, addresses=(shown(key),))
            self.withheld.setdefault(key, (raw, Reason.REFUSED_ADDRESS, f"line {number}: {wrong}"))
            return
        known = self.pictures.setdefault(good[0], replace(picture, addresses=good))
        if known.addresses is not good:
            self.repeated += 1
            self.contradicted += known.label != picture.label

    def finds(self) -> Finds:
        notes = []
        if self.empty:
            notes.append(f"{counted(self.empty, 'row')} without an address, so without a picture.")
        if self.repeated:
            lines = counted(self.repeated, "line")
            notes.append(f"{lines} repeated an address that stands in the list before; each is taken once.")
        if self.contradicted:
            notes.append(f"{self.contradicted} of these lines gave it another label; the first one counts.")
        return Finds(tuple(self.pictures.values()), withheld=tuple(self.withheld.values()), notes=tuple(notes))


def _entries(text: str) -> Iterator[tuple[int, FoundPicture]]:
    """Yield (line number, entry); the addresses as they stand there."""
    # A comment keeps its line, so that the numbers of those after it stay right.
    lines = ["" if one.lstrip().startswith("#") else one for one in io.StringIO(text, newline=None)]
    columns: Mapping[str, int] = {}
    for delimiter in _DELIMITERS:
        rows = _rows(lines, delimiter)
        columns = _by_header(rows[0][1]) if rows else {}
        if columns:
            rows = rows[1:]
        elif rows:
            columns = _by_content([row for _, row in rows])
        if columns:
            yield from ((number, _entry(row, columns)) for number, row in rows)
            return
    for number, one in enumerate(lines, start=1):
        if one.strip():
            yield number, FoundPicture((_bare(one),))


def _rows(lines: Sequence[str], delimiter: str) -> list[tuple[int, list[str]]]:
    """Return (number of its first line, cells) of all lines that are not empty."""
    try:
        quoted = list(_parsed(lines, delimiter))
    except csv.Error:
        quoted = []
    # A quotation mark that nothing closes would swallow all lines after it.
    if quoted and not any("\n" in cell and "://" in cell for _, row in quoted for cell in row):
        return quoted
    return [(number, one.split(delimiter)) for number, one in enumerate(lines, start=1) if one.strip()]


def _parsed(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    before = 0
    for row in reader:
        if any(cell.strip() for cell in row):
            yield before + 1, row
        before = reader.line_num


def _by_header(row: Sequence[str]) -> dict[str, int]:
    """Return which column holds what by the names in *row*, {} where it names no column of addresses."""
    names = [cell.strip().casefold() for cell in row]
    columns: dict[str, int] = {}
    for what, known in _HEADERS.items():
        place = next((names.index(name) for name in known if name in names), None)
        if place is not None and place not in columns.values():
            columns[what] = place
    return columns if "address" in columns else {}


def _by_content(rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the column of addresses of a table without names, and with two columns that of labels; {} for no table."""
    widths = {len(row) for row in rows}
    width = max(widths)
    if width < 2 or len([row for row in rows if len(row) == width]) * 10 < len(rows) * 9:
        return {}
    counts = [sum(_looks_like_an_address(_cell(row, column)) for row in rows) for column in range(width)]
    place = counts.index(max(counts))
    others = [_cell(row, column) for row in rows for column in range(width) if column != place]
    torn = sum(bool(_OF_AN_ADDRESS & set(cell)) and not _looks_like_an_address(cell) for cell in others)
    if counts[place] * 2 < len(rows) or torn * 2 > len(rows):
        return {}
    return {"address": place, "label": 1 - place} if width == 2 else {"address": place}


def _entry(row: Sequence[str], columns: Mapping[str, int]) -> FoundPicture:
    told = {what: line(_cell(row, place)) for what, place in columns.items() if what != "address"}
    for what in ("page", "licence_url"):
        if what in told:
            told[what] = link(told[what])
    return FoundPicture((_cell(row, columns["address"]),), **told)


def _cell(row: Sequence[str], column: int) -> str:
    return _bare(row[column]) if column < len(row) else ""


def _bare(cell: str) -> str:
    """Return a cell without blanks and the brackets or quotes that mail and tables put around addresses."""
    text = cell.strip()
    for opening, closing in (('"', '"'), ("<", ">")):
        if len(text) > 1 and text.startswith(opening) and text.endswith(closing):
            text = text[1:-1].strip()
    return text


def _looks_like_an_address(cell: str) -> bool:
    return cell.casefold().startswith(_LIKE_AN_ADDRESS)
