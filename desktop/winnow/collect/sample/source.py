"""The sample site as a source: its pages read like any others, its folders taken for labels."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from winnow.base.errors import OutsideError
from winnow.collect.finds import Answer, Finds, FoundPicture, Manners, Source, Visit
from winnow.collect.reading.reader import ReadsHere
from winnow.collect.sample.site import HOST, Site, SiteServer
from winnow.collect.web.pages import WebPages

_DEPTH = 3
"""How many links lead from the site's first page to its last picture: gallery, further page, picture."""


class PortTaken(OutsideError):
    """The sample site cannot be served where its addresses say that it is."""

    def __init__(self, port: int, why: str) -> None:
        self.port = port
        super().__init__(
            f"The sample site cannot be served at {HOST}:{port} ({why}); some other program uses that port, often "
            "for moments only. Try again in a minute."
        )


@contextmanager
def served(folder: Path, n: int, seed: int, port: int) -> Iterator[SampleSource]:
    """Serve the sample of *n* pictures by *seed* at *port* for as long as this is held; its files go into *folder*.

    Raises:
        PortTaken: another program has it.
    """
    try:
        server = SiteServer(Site(folder, n, seed), port)
    except OSError as error:
        raise PortTaken(port, error.strerror or str(error)) from error
    with server:
        # The pages are our own, so nobody else need read them.
        yield SampleSource(WebPages((server.address,), _DEPTH, True, ReadsHere()))


def free_port() -> int:
    """Return a port that nobody on this machine listens at."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class SampleSource:
    """Reads by *pages*, and gives each picture the folder that it lies in as its label."""

    pages: Source

    @property
    def manners(self) -> Manners:
        """As polite as to anybody, but at no pace: the server is ours."""
        return Manners()

    def start(self) -> Finds:
        """See `Source.start`."""
        return _labelled(self.pages.start())

    def read(self, visit: Visit, answer: Answer) -> Finds:
        """See `Source.read`."""
        return _labelled(self.pages.read(visit, answer))


def _labelled(finds: Finds) -> Finds:
    return replace(
        finds,
        pictures=tuple(_by_folder(one) for one in finds.pictures),
        withheld=tuple((_by_folder(one), reason, detail) for one, reason, detail in finds.withheld),
    )


def _by_folder(picture: FoundPicture) -> FoundPicture:
    return replace(picture, label=picture.addresses[0].split("/")[-2])
