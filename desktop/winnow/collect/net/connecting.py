"""Connections that go where they were checked to go: one look-up, every address held against the fence, then dialled.

Because the check sits where the socket is made, nothing can come between:
no redirect, no second look-up, no pool, no library underneath.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Sequence
from typing import Any

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.ssl_ import create_urllib3_context

from winnow.collect.net.calls import Call, current_call
from winnow.collect.net.networks import IPAddress, numeric
from winnow.collect.net.refusal import FetchCode
from winnow.collect.net.resolving import resolve

_HOSTS_KEPT = 64
"""Hosts to which idle connections are kept open."""


class PinnedAdapter(HTTPAdapter):
    """Requests' transport over pinned connections; certificates are always checked, proxies never asked."""

    def __init__(self, per_host: int, ca_file: str | None) -> None:
        self._ca_file = ca_file
        super().__init__(pool_connections=_HOSTS_KEPT, pool_maxsize=per_host)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        """Make the pools. One store of certificates for all: loading it takes longer than a connection does."""
        context = create_urllib3_context()
        context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
        if self._ca_file:
            context.load_verify_locations(self._ca_file)
        pools = PoolManager(connections, maxsize=maxsize, block=block, ssl_context=context, **pool_kwargs)
        pools.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
        self.poolmanager = self._pools = pools

    def get_connection_with_tls_context(
        self, request: PreparedRequest, *_verify: Any, **_proxies: Any
    ) -> HTTPConnectionPool:
        """Return the pool of the request's origin; how to encrypt is the pools' matter, not the request's."""
        return self._pools.connection_from_url(request.url or "")

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:
        """Return the answer bare: nobody here wants the jar of cookies and the rest that the base makes of each."""
        response = Response()
        response.status_code = resp.status
        response.raw, response.request = resp, req
        return response

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Do nothing: the context checks, and the base would load the store again for each connection."""


class _Pinned:
    """What both kinds of connection have in common; mixed in before urllib3's class."""

    _has_asked = False
    sock: socket.socket | None
    port: int
    _dns_host: str

    def _new_conn(self) -> socket.socket:
        return _dial(current_call(), self._dns_host.strip("[]").rstrip("."), self.port)

    def request(self, *args: Any, **kwargs: Any) -> None:
        call = current_call()
        call.is_reusing = self._has_asked and self.sock is not None
        self._has_asked = True
        call.hold(self.sock)
        super().request(*args, **kwargs)  # type: ignore[misc]


class _Connection(_Pinned, HTTPConnection):
    pass


class _SecureConnection(_Pinned, HTTPSConnection):
    _spare: socket.socket | None = None

    def connect(self) -> None:
        call = current_call()
        try:
            super().connect()
        except TimeoutError as error:
            raise call.refusal(FetchCode.TLS, "the server did not agree on encryption in time") from error
        except ssl.SSLCertVerificationError as error:
            what = f"its certificate is not to be trusted ({error.verify_message})"
            raise call.refusal(FetchCode.TLS, what) from error
        except (ssl.SSLError, OSError) as error:
            raise call.refusal(FetchCode.TLS, f"no encrypted connection came about ({_words(error)})") from error
        finally:
            call.hold(self.sock)
            if self._spare is not None:
                self._spare.close()

    def _new_conn(self) -> socket.socket:
        sock = super()._new_conn()
        # Encryption takes the socket over under another object; a second handle stays shuttable meanwhile.
        self._spare = sock.dup()
        current_call().hold(self._spare)
        return sock


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _dial(call: Call, host: str, port: int) -> socket.socket:
    """Return a socket connected to the first address of *host* that answers.

    Raises:
        FetchRefused: DNS, DNS_SILENT, SSRF, CONNECT, DEADLINE or CANCELLED.
    """
    addresses = _checked(call, host, port)
    end = time.monotonic() + call.limits.connect_s
    last: OSError | None = None
    for at, address in enumerate(addresses):
        # One dead address of several must not use up the time of the others.
        patience_s = max(end - time.monotonic(), 0.05) / (len(addresses) - at)
        try:
            return _connected(call, address, port, patience_s)
        except OSError as error:
            last = error
            call.check()
    raise call.refusal(FetchCode.CONNECT, f"{host} does not answer on port {port} ({_words(last)})") from last


def _checked(call: Call, host: str, port: int) -> list[IPAddress]:
    literal = numeric(host)
    texts = [str(literal)] if literal is not None else _looked_up(call, host, port)
    addresses = [address for address in map(numeric, texts) if address is not None]
    for address in addresses:
        objection = call.fence.objection(address, host, port)
        if objection is not None:
            raise call.refusal(FetchCode.SSRF, objection)
    if not addresses:
        raise call.refusal(FetchCode.DNS, f"there is no host {host}")
    return addresses


def _looked_up(call: Call, host: str, port: int) -> Sequence[str]:
    try:
        return resolve(call.resolver, host, port, call.limits.connect_s, call.check)
    except TimeoutError as error:
        raise call.refusal(FetchCode.DNS_SILENT, f"the name servers did not find {host} in time") from error
    except OSError as error:
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
            what = f"the name servers do not answer where {host} is ({_words(error)})"
            raise call.refusal(FetchCode.DNS_SILENT, what) from error
        raise call.refusal(FetchCode.DNS, f"the host {host} is not found ({_words(error)})") from error


def _connected(call: Call, address: IPAddress, port: int, patience_s: float) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.settimeout(patience_s)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        call.hold(sock)
        sock.connect((str(address), port))
        call.check()
    except BaseException:
        sock.close()
        raise
    return sock


def _words(error: BaseException | None) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:200]
