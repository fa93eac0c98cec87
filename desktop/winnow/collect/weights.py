"""Large files of a known publisher, fetched when the person asks for them, and checked against their hash."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Generator
from pathlib import Path
from urllib.parse import urlsplit

import requests

from winnow import __version__
from winnow.base.errors import OutsideError
from winnow.base.files import written_atomically
from winnow.base.outcomes import Progress
from winnow.base.traffic import exchange_with

_CONNECT_S, _SILENT_S = 10.0, 30.0
_CHUNK_BYTES = 1 << 18
_EVENT_S = 0.1
_SLACK = 2
"""A file may be this many times the expected size before it is taken for another one."""


class WeightsNotFetched(OutsideError):
    """The file could not be fetched."""

    def __init__(self, address: str, why: str) -> None:
        self.address = address
        super().__init__(
            f"{address} could not be fetched: {why}. Check the connection to the internet and start again,"
            " or choose a network that comes with Winnow: EfficientNet-Lite0 or Lite2."
        )


class WeightsDamaged(OutsideError):
    """What was fetched is not what its publisher says it is."""

    def __init__(self, address: str, found: str, wanted: str) -> None:
        self.address, self.found, self.wanted = address, found, wanted
        super().__init__(
            f"{address} came damaged or is another file: its SHA-256 begins with {found} instead of {wanted}."
            " It was thrown away. Start again; if it happens again, something between here and the server changes it."
        )


def fetch_weights(address: str, target: Path, size_bytes: int, sha256_start: str) -> Generator[object, None, None]:
    """Fetch *address* to *target*, unless it is there; yield `Progress` in kilobytes. Closing leaves no half file.

    Raises:
        WeightsNotFetched, WeightsDamaged: nothing is kept. OSError: the disk failed.
    """
    if target.exists():
        return
    try:
        with (
            exchange_with(urlsplit(address).hostname or address),
            requests.get(
                address,
                stream=True,
                timeout=(_CONNECT_S, _SILENT_S),
                headers={"user-agent": f"Winnow/{__version__}", "accept-encoding": "identity"},
            ) as answer,
        ):
            if answer.status_code != 200:
                raise WeightsNotFetched(address, f"the server answered {answer.status_code}")
            told = answer.headers.get("content-length", "")
            # Only for the bar: how much may come is not for the server to say.
            total = int(told) if told.isascii() and told.isdigit() and len(told) < 13 else size_bytes
            with written_atomically(target) as stream:
                digest = hashlib.sha256()
                done, told_at = 0, 0.0
                for chunk in answer.iter_content(_CHUNK_BYTES):
                    stream.write(chunk)
                    digest.update(chunk)
                    done += len(chunk)
                    if done > _SLACK * size_bytes:
                        raise WeightsNotFetched(address, "it is far larger than it should be")
                    if time.monotonic() - told_at >= _EVENT_S:
                        told_at = time.monotonic()
                        yield Progress(done // 1000, total // 1000, "kB")
                found = digest.hexdigest()
                if not found.startswith(sha256_start):
                    raise WeightsDamaged(address, found[: len(sha256_start)], sha256_start)
    except requests.RequestException as error:
        raise WeightsNotFetched(address, _why(error)) from error


def _why(error: requests.RequestException) -> str:
    if isinstance(error, requests.ConnectTimeout | requests.ConnectionError):
        return "there is no connection to its server"
    if isinstance(error, requests.ReadTimeout):
        return "the server fell silent"
    return "the answer broke off"
