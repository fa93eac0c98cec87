"""The one form of an address in which it is compared, asked for and shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import SplitResult, urljoin, urlsplit

import idna
from w3lib.url import safe_url_string

from winnow.collect.net.refusal import FetchCode, FetchRefused

MOST_BYTES = 8192
_PORTS = {"http": 80, "https": 443}
_EDGES = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HOST = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_BRACKETED = re.compile(r"\[[^\[\]]+\](:[0-9]*)?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_PLAIN = re.compile(
    r"https?://(?=[a-z0-9_.-]{1,253}/)([a-z0-9_-]{1,63}\.){1,8}[a-z][a-z0-9_-]{0,62}"
    r"/[A-Za-z0-9._~/-]*(\?[A-Za-z0-9._~/=&-]+)?"
)
"""What is in its one form as it stands; nearly all are, and to take each apart would take thirty times as long."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who is asked: two addresses of one origin may share what is secret."""

    scheme: str
    host: str
    """Lower case, ASCII; an IPv6 address without brackets."""
    port: int


def canonical(address: str, most_bytes: int = MOST_BYTES) -> str:
    """Return *address* absolute, ASCII, without default port, fragment and surrounding blanks.

    Numeric hosts in any notation (decimal, octal, hexadecimal, shortened) come
    out as four numbers. The order of a query stays: signed addresses need it.

    Raises:
        FetchRefused: URL or SCHEME.
    """
    if len(address) <= most_bytes and _PLAIN.fullmatch(address):
        return address
    text = re.sub(r"[\t\r\n]", "", address.strip(_EDGES))
    if len(text.encode("utf-8", "replace")) > most_bytes:
        raise _malformed(address, f"it has more than {most_bytes} bytes")
    if _CONTROL.search(text):
        raise _malformed(address, "it holds control characters")
    scheme = _scheme_of(text, address)
    try:
        parts = urlsplit(_slashed(text))
        host, port = _host_of(parts, address), _port_of(parts, address)
        rest = safe_url_string(parts._replace(scheme=scheme, netloc="host", fragment="").geturl())
    except (ValueError, UnicodeError) as error:
        raise _malformed(address, "it is malformed") from error
    shown_host = f"[{host}]" if ":" in host else host
    netloc = shown_host if port == _PORTS[scheme] else f"{shown_host}:{port}"
    path = rest[len(f"{scheme}://host") :]
    whole = f"{scheme}://{netloc}{path if path.startswith('/') else '/' + path}"
    if len(whole) > most_bytes:
        raise _malformed(address, f"it has more than {most_bytes} bytes")
    return whole


def joined(base: str, reference: str, most_bytes: int = MOST_BYTES) -> str:
    """Return where *reference*, found at the canonical address *base*, leads, in canonical form.

    Raises:
        FetchRefused: URL or SCHEME.
    """
    try:
        whole = urljoin(base, _slashed(reference.strip(_EDGES)))
    except ValueError as error:
        raise _malformed(reference, "it is malformed") from error
    return canonical(whole, most_bytes)


def origin_of(address: str) -> Origin:
    """Return the origin of a canonical *address*."""
    parts = urlsplit(address)
    return Origin(parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme])


def _slashed(text: str) -> str:
    """Read a backslash before the query as a slash, as browsers do: whoever does not sees another host there."""
    head, mark, query = text.partition("?")
    return head.replace("\\", "/") + mark + query


def _malformed(address: str, what: str) -> FetchRefused:
    return FetchRefused(FetchCode.URL, address, f"{what}; check how the address is written")


def _scheme_of(text: str, address: str) -> str:
    match = _SCHEME.match(text)
    if match is None:
        raise _malformed(address, "it does not begin with http:// or https://")
    scheme = match[1].lower()
    if scheme not in _PORTS:
        raise FetchRefused(FetchCode.SCHEME, address, f"only http and https are fetched, not {scheme[:20]}")
    return scheme


def _port_of(parts: SplitResult, address: str) -> int:
    try:
        port = parts.port
    except ValueError as error:
        raise _malformed(address, "its port is not a number from 1 to 65535") from error
    if port == 0:
        raise _malformed(address, "its port is not a number from 1 to 65535")
    return port if port is not None else _PORTS[parts.scheme]


def _host_of(parts: SplitResult, address: str) -> str:
    if "@" in parts.netloc:
        raise _malformed(address, "it holds a user name or a password, which are never sent")
    name = parts.hostname or ""
    if not name:
        raise _malformed(address, "it names no host")
    if "[" in parts.netloc or "]" in parts.netloc:
        if not _BRACKETED.fullmatch(parts.netloc):
            raise _malformed(address, "its host is no numeric address that can exist")
        return _six(name, address)
    name = _ascii(name, address).removesuffix(".")
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        return _four(name, address)
    if len(name) > 253 or not _HOST.fullmatch(name):
        raise _malformed(address, "its host is no name that can exist")
    return name


def _ascii(name: str, address: str) -> str:
    """Return a host's name as it stands in the name system (IDNA 2008 with UTS 46)."""
    if name.isascii():
        return name.lower()
    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        pass
    try:
        return idna.uts46_remap(name).encode("ascii").decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise _malformed(address, "its host is no name that can exist") from error


def _six(name: str, address: str) -> str:
    try:
        six = IPv6Address(name)
    except ValueError as error:
        raise _malformed(address, "its host is no numeric address that can exist") from error
    if six.scope_id is not None:
        raise _malformed(address, "its host names a network card of this machine")
    return six.compressed


def _four(name: str, address: str) -> str:
    """Return the four numbers that *name* stands for, read as every C library and browser reads it.

    Source: WHATWG URL Standard, "IPv4 parser".
    """
    texts = name.split(".")
    try:
        numbers = [_number(text) for text in texts]
    except ValueError:
        numbers = []
    last = len(numbers) - 1
    if not 0 <= last <= 3 or any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (4 - last):
        raise _malformed(address, "its host is no numeric address that can exist")
    value = numbers[-1] + sum(number << (8 * (3 - at)) for at, number in enumerate(numbers[:-1]))
    return str(IPv4Address(value))


def _number(text: str) -> int:
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8 if len(text) > 1 and text.startswith("0") else 10)
