"""What the person asks of the network: values that a source's card keeps, so that it can go on or be tried again."""

from __future__ import annotations

from dataclasses import dataclass

from winnow.base.counted import counted
from winnow.base.errors import UserError
from winnow.domain.source import SourceKind

MOST_IMAGES = 1000
"""How many pictures a source brings unless the person says otherwise."""


@dataclass(frozen=True, slots=True)
class PagesWish:
    """Pictures of web pages: of *addresses*, and of what they link to, *depth* links away."""

    addresses: tuple[str, ...]
    depth: int = 1
    same_site: bool = True
    max_images: int = MOST_IMAGES
    allow_private: bool = False
    """Ask addresses of this machine and of private networks as well."""
    user_agent: str = ""
    """Empty: Winnow's own."""

    kind = SourceKind.WEB

    @property
    def name(self) -> str:
        first = self.addresses[0].partition("://")[2].rstrip("/") or self.addresses[0]
        return first if len(self.addresses) == 1 else f"{first} and {len(self.addresses) - 1} more"

    @property
    def identity(self) -> str:
        return "\n".join(self.addresses)


@dataclass(frozen=True, slots=True)
class SearchWish:
    """Pictures that an image search finds; *search* is its name in the registry, *licence* one of its own filters."""

    search: str
    query: str
    licence: str = ""
    max_images: int = MOST_IMAGES
    endpoint: str = ""
    """Another server that speaks the same, for tests and mirrors; empty: the search's own."""
    allow_private: bool = False
    user_agent: str = ""

    kind = SourceKind.SEARCH

    @property
    def name(self) -> str:
        return f"{self.search}: {self.query}"

    @property
    def identity(self) -> str:
        return f"{self.search}\n{self.query}\n{self.licence}\n{self.endpoint}"


@dataclass(frozen=True, slots=True)
class AddressesWish:
    """Pictures whose addresses stand in a list: *text* is the whole file, *file* its name or path."""

    file: str
    text: str
    max_images: int = 0
    """0: all of them."""
    allow_private: bool = False
    user_agent: str = ""

    kind = SourceKind.ADDRESSES

    @property
    def name(self) -> str:
        return self.file.replace("\\", "/").rpartition("/")[2]

    @property
    def identity(self) -> str:
        return self.file


@dataclass(frozen=True, slots=True)
class DriveWish:
    """Pictures of a Google Drive share link, a file or a folder."""

    link: str
    max_images: int = 0
    """0: all of them."""
    endpoint: str = ""
    allow_private: bool = False
    user_agent: str = ""

    kind = SourceKind.DRIVE

    @property
    def name(self) -> str:
        return "Google Drive"

    @property
    def identity(self) -> str:
        return self.link


@dataclass(frozen=True, slots=True)
class SampleWish:
    """The sample of *n* pictures by *seed*, which this program itself serves at *port* while it is crawled."""

    n: int
    seed: int
    port: int
    """Stays the same from one crawl to the next, and with it the addresses of the pictures."""

    user_agent: str = ""

    kind = SourceKind.SAMPLE
    max_images = 0
    allow_private = False

    @property
    def name(self) -> str:
        return "Sample"

    @property
    def identity(self) -> str:
        return f"{counted(self.n, 'picture')} by seed {self.seed}"


Wish = PagesWish | SearchWish | AddressesWish | DriveWish | SampleWish


class NothingAsked(UserError):
    """A wish names nothing."""

    def __init__(self, what: str) -> None:
        super().__init__(f"There is no {what}. Give at least one.")
