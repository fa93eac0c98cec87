"""Why an address was not fetched."""

from __future__ import annotations

import enum

from winnow.base.errors import OutsideError
from winnow.domain.image import Reason


class FetchCode(enum.Enum):
    """What went wrong, finer than the funnel's reasons; a closed list."""

    SSRF = "ssrf"
    """An address of this machine, of a private network or of a cloud's metadata."""
    SCHEME = "scheme"
    URL = "url"
    DNS = "dns"
    DNS_SILENT = "dns_silent"
    """The name servers gave no answer: whether there is such a host is not known."""
    CONNECT = "connect"
    TLS = "tls"
    STATUS = "status"
    REDIRECT = "redirect"
    TOO_BIG = "too_big"
    SLOW = "slow"
    """Silent for too long, or slower than the least rate."""
    DEADLINE = "deadline"
    """Not done when the time for the whole of it was up."""
    ENCODING = "encoding"
    LENGTH = "length"
    """It contradicts itself about its length."""
    NOT_IMAGE = "not_image"
    EMPTY = "empty"
    NETWORK = "network"
    """The answer broke off, or was no HTTP."""
    CANCELLED = "cancelled"
    """The person stopped it: no failure of the address."""


_REASONS = {
    FetchCode.SSRF: Reason.REFUSED_ADDRESS,
    FetchCode.SCHEME: Reason.REFUSED_ADDRESS,
    FetchCode.URL: Reason.REFUSED_ADDRESS,
    FetchCode.STATUS: Reason.HTTP_STATUS,
    FetchCode.SLOW: Reason.TIMED_OUT,
    FetchCode.DEADLINE: Reason.TIMED_OUT,
    FetchCode.TOO_BIG: Reason.TOO_MANY_BYTES,
    FetchCode.NOT_IMAGE: Reason.NOT_AN_IMAGE,
}
_PASSING = frozenset({FetchCode.NETWORK, FetchCode.CONNECT, FetchCode.DNS_SILENT})
_SILENT = _PASSING | {FetchCode.DNS, FetchCode.TLS, FetchCode.SLOW, FetchCode.DEADLINE}
_PASSING_STATUS = frozenset({408, 425, 429})


class FetchRefused(OutsideError):
    """An address was not fetched: *code* for deciding, *detail* in words.

    *status* is the number that the server answered with, where it answered;
    *retry_after_s* how long it asked to be left alone, unbounded.
    """

    def __init__(
        self,
        code: FetchCode,
        address: str,
        detail: str,
        status: int | None = None,
        retry_after_s: float | None = None,
    ) -> None:
        super().__init__(code, address, detail, status, retry_after_s)
        self.code = code
        self.address = address
        self.detail = detail
        self.status = status
        self.retry_after_s = retry_after_s

    def __str__(self) -> str:
        return f"{shown(self.address)} was not fetched: {self.detail}."

    @property
    def reason(self) -> Reason:
        """The funnel's reason."""
        return _REASONS.get(self.code, Reason.NOT_REACHED)

    @property
    def is_worth_retrying(self) -> bool:
        """Whether the same address may well answer a little later."""
        if self.code is FetchCode.STATUS:
            return self.status is not None and (self.status in _PASSING_STATUS or 500 <= self.status < 600)
        return self.code in _PASSING

    @property
    def is_silence(self) -> bool:
        """Whether the host of *address* said nothing of use at all, and may say nothing to the next question either."""
        return self.code in _SILENT


def shown(address: str) -> str:
    """Return *address* for a message: without name and password, line breaks or great length."""
    head, at, tail = address.partition("@")
    scheme, slashes, _ = head.partition("//")
    if at and "/" not in head[len(scheme) + len(slashes) :]:
        address = f"{scheme}{slashes}{tail}"
    text = "".join(char if char.isprintable() else "�" for char in address)
    return text if len(text) <= 200 else f"{text[:150]} … {text[-40:]}"
