"""`Fetcher`: one address in, one whole answer out, or one refusal in words."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from http.client import HTTPException
from types import TracebackType
from typing import Self

from requests import PreparedRequest, RequestException, Response
from requests.exceptions import ConnectionError as HangUp
from requests.exceptions import InvalidHeader, InvalidSchema, InvalidURL
from requests.structures import CaseInsensitiveDict
from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from winnow import __version__
from winnow.base.errors import UserError
from winnow.base.traffic import exchange_with
from winnow.collect.finds import Answer
from winnow.collect.net.addresses import canonical, joined, origin_of
from winnow.collect.net.answering import body_of, declared_length, drained, hang_up, headers_of, retry_after_s
from winnow.collect.net.calls import Call, Watch
from winnow.collect.net.connecting import PinnedAdapter
from winnow.collect.net.cookies import CookieStore
from winnow.collect.net.limits import FetchLimits, What
from winnow.collect.net.networks import Fence
from winnow.collect.net.refusal import FetchCode, FetchRefused
from winnow.collect.net.resolving import Resolver, system_resolver

__all__ = ["DEFAULT_USER_AGENT", "Fetcher", "NameUnfit", "What"]

DEFAULT_USER_AGENT = f"Winnow/{__version__} (collects pictures for a data set of the person who runs it)"

_ACCEPTED = {
    What.PICTURE: "image/*, */*;q=0.5",
    What.PAGE: "text/html, application/xhtml+xml, */*;q=0.5",
    What.ROBOTS: "text/plain, */*;q=0.5",
    What.API: "application/json, */*;q=0.5",
}
_SENDABLE = re.compile(r"[\x20-\x7e]+")
_TOKEN = re.compile(r"[!#-'*+.0-9A-Z^-z|~-]+")
_MOVED = frozenset({301, 302, 303, 307, 308})
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
_HARMLESS = _CONDITIONS | {"accept", "accept-language"}
"""The caller's headers that may follow a redirect to another origin; a key to an interface may not."""
_OURS = frozenset({"host", "connection", "content-length", "transfer-encoding", "accept-encoding", "cookie", "range"})


class NameUnfit(UserError):
    """A name for servers holds what no header can: line breaks, or letters beyond ASCII."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"Winnow cannot name itself {name[:80]!r} to servers: use ASCII letters, digits and signs only."
        )


class Fetcher:
    """Fetches addresses over pooled connections; one serves any number of threads at a time.

    Args:
        user_agent: How it names itself to servers.
        limits: What one try may take.
        allow_private: The person allows private networks for this source.
        allowed_private: ``host:port`` of private hosts, each typed by the
            person; nothing that is fetched ever adds one.
        keeps_cookies: Send cookies back to the origin that set them.
        resolver: Finds the addresses of a host; by default the system does.
        per_host: Idle connections kept for each host.
        ca_file: Certificates (PEM) trusted besides the public ones.

    Raises:
        NameUnfit: *user_agent* cannot be sent.
    """

    def __init__(
        self,
        user_agent: str = DEFAULT_USER_AGENT,
        limits: FetchLimits = FetchLimits(),  # noqa: B008
        allow_private: bool = False,
        allowed_private: frozenset[str] = frozenset(),
        *,
        keeps_cookies: bool = False,
        resolver: Resolver = system_resolver,
        per_host: int = 4,
        ca_file: str | None = None,
    ) -> None:
        if not _SENDABLE.fullmatch(user_agent):
            raise NameUnfit(user_agent)
        self._user_agent = user_agent
        self._limits = limits
        self._fence = Fence(allow_private, frozenset(each.lower() for each in allowed_private))
        self._cookies = CookieStore() if keeps_cookies else None
        self._resolver = resolver
        self._adapter = PinnedAdapter(per_host, ca_file)
        self._watch = Watch()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, address: str, what: What, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask for *address* once, following redirects, and return the answer read whole.

        A 304 is an answer where *headers* make the request conditional.

        Raises:
            FetchRefused: for whatever reason it did not work; nothing else is raised.
        """
        start = canonical(address, self._limits.address_bytes)
        until = time.monotonic() + self._limits.total_s(what)
        call = Call(start, self._limits, self._fence, self._resolver, until)
        with self._watch.over(call):
            call.check()
            try:
                return self._followed(call, what, _sendable(call, headers or {}))
            except ReadTimeoutError as error:
                raise call.refusal(FetchCode.SLOW, "the server fell silent") from error
            except RequestException as error:
                raise _refusal_of(call, error) from error
            except (HTTPError, HTTPException, OSError, ValueError) as error:
                raise call.refusal(FetchCode.NETWORK, f"the answer broke off ({_words(error)})") from error

    def cancel(self) -> None:
        """Make all gets end, the running ones within moments and those to come at once."""
        self._watch.cancel()

    def close(self) -> None:
        """Cancel, and close all connections."""
        self._watch.close()
        self._adapter.close()

    def _followed(self, call: Call, what: What, headers: dict[str, str]) -> Answer:
        seen: set[str] = set()
        for _hop in range(self._limits.redirects + 1):
            seen.add(call.address)
            with exchange_with(origin_of(call.address).host):
                raw = self._asked(call, what, headers)
                if raw.status not in _MOVED:
                    return self._read(call, raw, what, bool(_CONDITIONS & set(headers)))
                target = _target(call, raw)
                drained(raw)
            call.check()
            # A server that hands out a cookie may well send back to the same address with it.
            if target in seen and self._cookies is None:
                raise call.refusal(FetchCode.REDIRECT, "it leads back to itself")
            if origin_of(target) != origin_of(call.address):
                headers = {name: value for name, value in headers.items() if name in _HARMLESS}
            call.address = target
        raise call.refusal(FetchCode.REDIRECT, f"it leads on more than {self._limits.redirects} times")

    def _asked(self, call: Call, what: What, headers: Mapping[str, str]) -> HTTPResponse:
        request = PreparedRequest()
        # Not by its `prepare`, which would take the address apart and put it together otherwise than it was checked.
        request.method, request.url = "GET", call.address
        request.headers = CaseInsensitiveDict(self._headers(call, what, headers))
        timeout = (self._limits.connect_s, self._limits.idle_s)
        raw = self._sent(call, request, timeout)
        if self._cookies is not None:
            self._cookies.take(origin_of(call.address), raw.headers.getlist("set-cookie"))
        return raw

    def _sent(self, call: Call, request: PreparedRequest, timeout: tuple[float, float]) -> HTTPResponse:
        """Send *request* and return the answer, its headers read.

        A server may close an idle connection just as it is used again. That is
        no failing of either, so it is not one try more: the next one is taken.
        """
        while True:
            try:
                response: Response = self._adapter.send(request, stream=True, timeout=timeout, proxies={})
            except HangUp as error:
                if not (call.is_reusing and _is_hang_up(error)):
                    raise
                call.check()
            else:
                raw: HTTPResponse = response.raw
                return raw

    def _headers(self, call: Call, what: What, headers: Mapping[str, str]) -> dict[str, str]:
        sent = {"user-agent": self._user_agent, "accept": _ACCEPTED[what]}
        sent |= {name: value for name, value in headers.items() if name not in _OURS}
        sent["accept-encoding"] = "identity" if what is What.PICTURE else "gzip, deflate"
        cookie = self._cookies.header(origin_of(call.address)) if self._cookies is not None else ""
        return sent | ({"cookie": cookie} if cookie else {})

    def _read(self, call: Call, raw: HTTPResponse, what: What, is_conditional: bool) -> Answer:
        try:
            headers = headers_of(call, raw)
            declared_length(call, raw)
            if raw.status == 304 and is_conditional:
                drained(raw)
                return Answer(call.address, 304, headers, b"")
            if raw.status not in (200, 203):
                # After one of 1xx the answer itself is still to come: on a kept connection it would be the next one's.
                if raw.status >= 200:
                    drained(raw)
                call.check()
                after = retry_after_s(headers.get("retry-after"))
                raise FetchRefused(FetchCode.STATUS, call.address, _status_words(raw.status), raw.status, after)
            answer = Answer(call.address, raw.status, headers, body_of(call, raw, headers, what))
        except BaseException:
            hang_up(raw)
            raise
        raw.release_conn()
        return answer


def _sendable(call: Call, headers: Mapping[str, str]) -> dict[str, str]:
    """Return *headers*, names in lower case; an error never repeats a value, which may be a key.

    Raises:
        FetchRefused: URL where one holds line breaks or letters beyond ASCII.
    """
    sent = {name.lower(): value.strip() for name, value in headers.items()}
    for name, value in sent.items():
        if not _SENDABLE.fullmatch(value) or not _TOKEN.fullmatch(name):
            what = f"the header {name!a} that goes with it holds signs that cannot be sent; check how it is written"
            raise call.refusal(FetchCode.URL, what)
    return sent


def _target(call: Call, raw: HTTPResponse) -> str:
    """Return where a redirect leads.

    Raises:
        FetchRefused: REDIRECT where it does not say, URL or SCHEME where it leads nowhere.
    """
    try:
        # The header came as bytes, which servers write in UTF-8 if they do not escape them.
        location = raw.headers.get("location", "").encode("latin-1").decode("utf-8").strip()
        if not location:
            raise call.refusal(FetchCode.REDIRECT, "it leads on without saying where to")
        return joined(call.address, location, call.limits.address_bytes)
    except UnicodeError as error:
        hang_up(raw)
        raise call.refusal(FetchCode.REDIRECT, "it leads on to an unreadable address") from error
    except FetchRefused:
        hang_up(raw)
        raise


def _refusal_of(call: Call, error: RequestException) -> FetchRefused:
    """Return what requests' *error* means, by what it wraps."""
    causes: list[object] = [error]
    for cause in causes:
        if isinstance(cause, ReadTimeoutError):
            return call.refusal(FetchCode.SLOW, "the server fell silent")
        if isinstance(cause, BaseException):
            causes += [part for part in (*cause.args, getattr(cause, "reason", None)) if part not in causes]
    if isinstance(error, InvalidHeader):
        return call.refusal(FetchCode.LENGTH, "it contradicts itself about its length")
    if isinstance(error, InvalidURL | InvalidSchema):
        return call.refusal(FetchCode.URL, "it is malformed; check how the address is written")
    return call.refusal(FetchCode.NETWORK, f"the server's answer broke off or is no HTTP ({_words(error)})")


def _is_hang_up(error: HangUp) -> bool:
    """Whether the other side closed the connection instead of answering."""
    cause = error.args[0] if error.args else None
    inner = cause.args[1] if isinstance(cause, ProtocolError) and len(cause.args) > 1 else cause
    return isinstance(inner, ConnectionResetError | BrokenPipeError)  # http.client's RemoteDisconnected is one


def _status_words(status: int) -> str:
    known = {
        401: "a password is needed", 403: "access is forbidden", 404: "it does not exist", 410: "it is gone",
        429: "there were too many requests", 500: "the server failed", 503: "the server is overloaded",
    }  # fmt: skip
    words = known.get(status)
    return f"the server answered {status}" + (f" ({words})" if words else "")


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:160] or type(error).__name__
