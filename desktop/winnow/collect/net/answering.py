"""Reads one answer's headers and body within the limits."""

from __future__ import annotations

import email.utils
import io
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime

from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError

from winnow.collect.net.calls import Call
from winnow.collect.net.limits import MIB, What
from winnow.collect.net.refusal import FetchCode
from winnow.collect.net.unpacking import PackedWrongly, Unpacker

_PIECE = 1 << 16
_DRAINED = 1 << 16
_DIGITS = re.compile(r"[0-9]{1,19}")


def headers_of(call: Call, raw: HTTPResponse) -> dict[str, str]:
    """Return the headers, names in lower case, repeated ones joined; cookies are left out.

    Raises:
        FetchRefused: NETWORK where they are too large.
    """
    if sum(len(name) + len(value) for name, value in raw.headers.iteritems()) > call.limits.header_bytes:
        raise call.refusal(FetchCode.NETWORK, "its headers are longer than any honest server's")
    return {name.lower(): value for name, value in raw.headers.items() if name.lower() != "set-cookie"}


def body_of(call: Call, raw: HTTPResponse, headers: Mapping[str, str], what: What) -> bytes:
    """Return the body, unpacked and whole; of robots.txt only the beginning that counts.

    Raises:
        FetchRefused: LENGTH, TOO_BIG, ENCODING, SLOW, EMPTY, DEADLINE, CANCELLED.
        urllib3's and http.client's errors where it breaks off.
    """
    most = call.limits.most_bytes(what)
    declared = declared_length(call, raw)
    if declared is not None and declared > most and what is not What.ROBOTS:
        raise call.refusal(FetchCode.TOO_BIG, f"it has {declared / MIB:,.0f} MiB, and at most {most // MIB} are read")
    try:
        unpacker = Unpacker(headers.get("content-encoding", ""))
        capacity = most if declared is None or unpacker.is_active else min(declared, most)
        content = _Body(call, raw, unpacker, most, capacity, what is What.ROBOTS).read()
    except PackedWrongly as error:
        raise call.refusal(FetchCode.ENCODING, str(error)) from error
    call.check()
    if not content and what is not What.ROBOTS:
        raise call.refusal(FetchCode.EMPTY, "the server sent nothing")
    return content


def declared_length(call: Call, raw: HTTPResponse) -> int | None:
    """Return the length that the answer says it has.

    Raises:
        FetchRefused: LENGTH where it is no number, or several.
    """
    if "chunked" in raw.headers.get("transfer-encoding", "").lower():
        return None
    told = {part.strip() for value in raw.headers.getlist("content-length") for part in value.split(",")}
    if not told:
        return None
    if len(told) > 1 or not _DIGITS.fullmatch(one := told.pop()):
        raise call.refusal(FetchCode.LENGTH, "it contradicts itself about its length")
    return int(one)


class _Body:
    """A body being read."""

    def __init__(
        self, call: Call, raw: HTTPResponse, unpacker: Unpacker, most: int, capacity: int, may_be_cut: bool
    ) -> None:
        self._call = call
        self._raw = raw
        self._unpacker = unpacker
        self._most = most
        self._may_be_cut = may_be_cut
        # Large enough from the start, so that a growing picture is never copied and twice in memory. The system
        # gives zeroed pages only when they are written to, and the value is handed out without a copy.
        self._buffer = io.BytesIO(bytes(capacity + _PIECE))
        self._begun = time.monotonic()
        self._received = 0

    def read(self) -> bytes:
        while data := self._raw.read1(_PIECE, decode_content=False):
            self._received += len(data)
            for piece in self._unpacker.feed(data, self._most - self._buffer.tell()):
                self._buffer.write(piece)
            if self._buffer.tell() > self._most:
                return self._overflowed()
            self._check_rate()
        self._call.check()
        self._unpacker.finish()
        return self._content()

    def _overflowed(self) -> bytes:
        if self._may_be_cut:
            return self._content()[: self._most]
        if self._unpacker.is_bomb:
            raise PackedWrongly(f"it unpacks to more than {self._most / MIB:.0f} MiB, as a decompression bomb does")
        raise self._call.refusal(FetchCode.TOO_BIG, f"it has more than the {self._most / MIB:.0f} MiB that are read")

    def _content(self) -> bytes:
        self._buffer.truncate()
        return self._buffer.getvalue()

    def _check_rate(self) -> None:
        took = time.monotonic() - self._begun
        limits = self._call.limits
        if took > limits.grace_s and self._received < limits.least_rate * took:
            what = f"it came at less than {limits.least_rate:.0f} bytes a second"
            raise self._call.refusal(FetchCode.SLOW, what)


def drained(raw: HTTPResponse, patience_s: float = 1.0) -> bool:
    """Read a body that nobody wants, if it is short, so that its connection serves again; else hang up.

    Nothing is unpacked. Returns whether the connection was kept.
    """
    left, end = _DRAINED, time.monotonic() + patience_s
    with suppress(HTTPError, OSError, ValueError):
        while left > 0 and time.monotonic() < end:
            data = raw.read1(min(left, _PIECE), decode_content=False)
            if not data:
                raw.release_conn()
                return True
            left -= len(data)
    hang_up(raw)
    return False


def hang_up(raw: HTTPResponse) -> None:
    """Close the connection: what else comes on it is not read."""
    with suppress(HTTPError, OSError, ValueError):
        raw.close()
    raw.release_conn()


def retry_after_s(value: str | None, now: datetime | None = None) -> float | None:
    """Return the seconds that a Retry-After header asks to wait, at least 0; None where it says nothing clear."""
    text = (value or "").strip()
    if _DIGITS.fullmatch(text):
        return float(text)
    try:
        when = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max((when - (now or datetime.now(UTC))).total_seconds(), 0.0)
