"""A list of addresses: one a line, or a column of a table, with labels and what else is known beside them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Generator, Iterator, Mapping, Sequence
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
_PART = 500
"""Lines of which the pictures are told together."""
_MOMENT = 5_000
"""Lines that are taken apart in a few hundredths of a second."""
_TELLING = 20_000
"""Rows that tell which column holds what where no header does."""
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
        pictures: list[FoundPicture] = []
        withheld: list[tuple[FoundPicture, Reason, str]] = []
        notes: tuple[str, ...] = ()
        for part in self.parts():
            pictures += part.pictures
            withheld += part.withheld
            notes += part.notes
        return Finds(tuple(pictures), withheld=tuple(withheld), notes=notes)

    def parts(self) -> Iterator[Finds]:
        """See `TellsInParts.parts`."""
        gathered = _Gathered()
        for at, entry in enumerate(_entries(self.text, self.name)):
            if entry is None:
                yield Finds()
                continue
            gathered.take(*entry)
            if at % _PART == 0:
                yield gathered.part()
        yield gathered.part(gathered.notes())
        if gathered.is_empty:
            raise ListUnreadable(self.name, "nothing stands in it")

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
    """What was read so far, each address once, and of it what was not told yet."""

    pictures: list[FoundPicture] = field(default_factory=list)
    withheld: list[tuple[FoundPicture, Reason, str]] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
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
            if key in self.wrong:
                self.repeated += 1
                return
            self.wrong.add(key)
            raw = replace(picture, addresses=(shown(key),))
            self.withheld.append((raw, Reason.REFUSED_ADDRESS, f"line {number}: {wrong}"))
        elif good[0] in self.labels:
            self.repeated += 1
            self.contradicted += self.labels[good[0]] != picture.label
        else:
            self.labels[good[0]] = picture.label
            self.pictures.append(picture if good == picture.addresses else replace(picture, addresses=good))

    @property
    def is_empty(self) -> bool:
        return not self.labels and not self.wrong

    def part(self, notes: tuple[str, ...] = ()) -> Finds:
        """Return what was not told yet."""
        finds = Finds(tuple(self.pictures), withheld=tuple(self.withheld), notes=notes)
        self.pictures, self.withheld = [], []
        return finds

    def notes(self) -> tuple[str, ...]:
        notes = []
        if self.empty:
            notes.append(f"{counted(self.empty, 'row')} without an address, so without a picture.")
        if self.repeated:
            lines = counted(self.repeated, "line")
            notes.append(f"{lines} repeated an address that stands in the list before; each is taken once.")
        if self.contradicted:
            notes.append(f"{self.contradicted} of these lines gave it another label; the first one counts.")
        return tuple(notes)


_Rows = list[tuple[int, list[str]]]
"""Of each: the number of its first line, and its cells."""


def _entries(text: str, name: str) -> Iterator[tuple[int, FoundPicture] | None]:
    """Yield (line number, entry), the addresses as they stand there; None now and then, before the first of them."""
    # A comment keeps its line, so that the numbers of those after it stay right.
    lines = ["" if one.lstrip().startswith("#") else one for one in io.StringIO(text, newline=None)]
    first = next((one for one in lines if one.strip()), "")
    for delimiter in _DELIMITERS:
        if delimiter not in text and not _by_header([_bare(first)]):
            continue
        rows = yield from _rows(lines, delimiter)
        columns = _by_header(rows[0][1]) if rows else {}
        if columns:
            del rows[0]
        elif rows:
            columns = _by_content([row for _, row in rows[:_TELLING]])
        if columns:
            yield from ((number, _entry(row, columns, name)) for number, row in rows)
            return
    for number, one in enumerate(lines, start=1):
        if one.strip():
            yield number, FoundPicture((_bare(one),), page=name)


def _rows(lines: Sequence[str], delimiter: str) -> Generator[None, None, _Rows]:
    """Return all lines that are not empty as rows; yield now and then."""
    try:
        quoted = yield from _parsed(lines, delimiter)
    except csv.Error:
        quoted = None
    if quoted is not None:
        return quoted
    return [(number, one.split(delimiter)) for number, one in enumerate(lines, start=1) if one.strip()]


def _parsed(lines: Sequence[str], delimiter: str) -> Generator[None, None, _Rows | None]:
    """Return the rows as quotation marks tell them; None where one that nothing closes swallows addresses."""
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    rows: _Rows = []
    before = 0
    for count, row in enumerate(reader):
        if reader.line_num > before + 1 and any("\n" in cell and "://" in cell for cell in row):
            return None
        if any(map(str.strip, row)):
            rows.append((before + 1, row))
        before = reader.line_num
        if count % _MOMENT == 0:
            yield
    return rows


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


def _entry(row: Sequence[str], columns: Mapping[str, int], name: str) -> FoundPicture:
    told = {what: line(_cell(row, place)) for what, place in columns.items() if what != "address"}
    for what in ("page", "licence_url"):
        if what in told:
            told[what] = link(told[what])
    told["page"] = told.get("page") or name
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
