"""What hostile and broken servers do to a crawl: refused for what they are, and in time."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import psutil
import pytest
from unit.collect.net.hostile import (
    MIB,
    HostileServer,
    Play,
    Stage,
    bomb,
    closing,
    giving,
    moving,
    png,
    reset,
    saying,
    serving,
    silent,
)

from winnow.collect.finds import Answer
from winnow.collect.net.fetching import Fetcher, What
from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.refusal import FetchCode, FetchRefused
from winnow.domain.image import Reason
from winnow.vision.refusal import PictureRefused
from winnow.vision.sniff import sniff

_TOTAL_S = 2.0
_LIMITS = FetchLimits(connect_s=1.0, idle_s=1.0, picture_s=_TOTAL_S, page_s=_TOTAL_S, grace_s=1.0)
_OK = "HTTP/1.1 200 OK\r\n"
_ENDLESS = bytes(range(256)) * 256


@dataclass(frozen=True)
class Case:
    name: str
    play: Play
    expected: FetchCode | None
    """None: an answer comes."""
    what: What = What.PICTURE
    status: int | None = None


def _chain(stage: Stage) -> None:
    at = int(stage.path.partition("n=")[2] or 0)
    stage.redirect(f"{stage.path.partition('?')[0]}?n={at + 1}")


def _endless_redirect(stage: Stage) -> None:
    stage.send("HTTP/1.1 302 Found\r\nLocation: /good\r\n\r\n")
    stage.for_ever(_ENDLESS)


def _moved_with_bomb(stage: Stage) -> None:
    stage.redirect("/good", bomb(), "Content-Encoding: gzip")


def _endless_headers(stage: Stage) -> None:
    stage.send(_OK)
    stage.for_ever(b"X-More: of the same\r\n", every_s=0.4)


def _drips(stage: Stage) -> None:
    stage.send(_OK, "Content-Length: 5000\r\n\r\n")
    stage.for_ever(b"x", every_s=0.4)


def _continues(stage: Stage) -> None:
    stage.for_ever(b"HTTP/1.1 100 Continue\r\n\r\n", every_s=0.01)


def _resets(stage: Stage) -> None:
    stage.send(_OK, "Content-Length: 5000\r\n\r\n", b"x" * 100)
    time.sleep(0.05)
    reset(stage.sock)


def _relative_unescaped(stage: Stage) -> None:
    stage.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ", b"/b\xc3\xbccher", "\r\n\r\n")


_HTML = b"<!DOCTYPE html><html><body>Not found, but 200</body></html>"
_SVG = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'
_REFRESH = b'<html><meta http-equiv="refresh" content="0;url=http://127.0.0.2:PORT/canary">'

C = FetchCode
CASES = [
    Case("11-to-file", moving("file:///etc/passwd"), C.SCHEME),
    Case("12-to-ftp", moving("ftp://127.0.0.1/x.png"), C.SCHEME),
    Case("13-to-data", moving("data:image/png;base64,AAAA"), C.SCHEME),
    Case("14-to-userinfo", moving("http://user:pw@127.0.0.1:PORT/good"), C.URL),
    Case("15-to-itself", lambda stage: stage.redirect(stage.path), C.REDIRECT),
    Case("16-chain", _chain, C.REDIRECT),
    Case("17-endless-redirect-body", closing(_endless_redirect), None),
    Case("18-redirect-with-bomb", _moved_with_bomb, None),
    Case("19-empty-location", moving(""), C.REDIRECT),
    Case("20-no-location", giving(b"", status="302 Found"), C.REDIRECT),
    Case("21-location-no-text", moving("/\xff\xfe"), C.REDIRECT),
    Case("21b-location-utf8", _relative_unescaped, None),
    Case("22-port-99999", moving("http://127.0.0.1:99999/x"), C.URL),
    Case("23-header-injection", moving("/gone%0d%0aX-Evil:%201"), C.STATUS, status=404),
    Case("24-long-location", moving("/" + "a" * 60_000), C.URL),
    Case("26-meta-refresh", giving(_REFRESH), None),
    Case("29-endless-headers", closing(_endless_headers), C.DEADLINE),
    Case("30-dripping-body", closing(_drips), C.SLOW),
    Case("31-silence", closing(silent), C.SLOW),
    Case("32-continue-flood", closing(_continues), C.DEADLINE),
    Case("33-hangs-up", saying(), C.NETWORK),
    Case("34-reset", closing(_resets), C.NETWORK),
    Case("35-too-short", saying(_OK, "Content-Length: 5097\r\n\r\n", png()[:97]), C.NETWORK),
    Case("36-half-declared", saying(_OK, f"Content-Length: {len(png()) // 2}\r\n\r\n", png()), None),
    Case("37-declares-terabytes", saying(_OK, "Content-Length: 9999999999999\r\n\r\n", png()), C.TOO_BIG),
    Case("38-negative-length", saying(_OK, "Content-Length: -5\r\n\r\n", png()), C.LENGTH),
    Case("39-length-abc", saying(_OK, "Content-Length: abc\r\n\r\n", png()), C.LENGTH),
    Case("40-two-lengths", saying(_OK, "Content-Length: 5\r\nContent-Length: 97\r\n\r\n", png()), C.LENGTH),
    Case("41-chunk-cut", saying(_OK, "Transfer-Encoding: chunked\r\n\r\n", "100\r\n", b"x" * 20), C.NETWORK),
    Case("42-chunk-zz", saying(_OK, "Transfer-Encoding: chunked\r\n\r\n", "ZZ\r\n", b"x" * 20), C.NETWORK),
    Case("43-chunk-huge", saying(_OK, "Transfer-Encoding: chunked\r\n\r\n", "F" * 16, "\r\nxx"), C.NETWORK),
    Case("43b-chunk-negative", saying(_OK, "Transfer-Encoding: chunked\r\n\r\n", "-5\r\nxxxxxxxx"), C.NETWORK),
    Case("46-packed-20-times", giving(gzip.compress(b"x"), f"Content-Encoding: {'gzip, ' * 19}gzip"), C.ENCODING),
    Case("47-gzip-damaged", giving(gzip.compress(_ENDLESS)[:40] + b"\xff" * 40, "Content-Encoding: gzip"), C.ENCODING),
    Case("47b-gzip-cut", giving(gzip.compress(_ENDLESS)[:80], "Content-Encoding: gzip"), C.ENCODING, What.PAGE),
    Case("48-gzip-not", giving(png(), "Content-Encoding: gzip"), C.ENCODING),
    Case("48b-brotli", giving(png(), "Content-Encoding: br"), C.ENCODING),
    Case("49-html-as-png", giving(_HTML, "Content-Type: image/png"), None),
    Case("50-program-as-jpeg", giving(b"MZ\x90\x00" + bytes(200), "Content-Type: image/jpeg"), None),
    Case("51-png-as-text", giving(png(), "Content-Type: text/plain"), None),
    Case("52-svg", giving(_SVG, "Content-Type: image/svg+xml"), None),
    Case("53-no-type", giving(png()), None),
    Case("54-nothing", giving(b""), C.EMPTY),
    Case("55-204", saying("HTTP/1.1 204 No Content\r\n\r\n"), C.STATUS, status=204),
    Case("56-206-unasked", giving(png(), "Content-Range: bytes 0-9/99", status="206 Partial"), C.STATUS, status=206),
    Case("59-429", giving(b"", "Retry-After: 999999999", status="429 Slow down"), C.STATUS, status=429),
    Case("60-503", giving(b"", "Retry-After: Mon, 01 Jan 2001 00:00:00 GMT", status="503 No"), C.STATUS, status=503),
    Case("62-404-with-picture", giving(png(), status="404 Not Found"), C.STATUS, status=404),
    Case("63-status-999", giving(png(), status="999 Denied"), C.STATUS, status=999),
    Case("64-http-0.9", saying(png()), C.NETWORK),
    Case("65-random-bytes", saying(_ENDLESS[7:3000]), C.NETWORK),
    Case("66-long-status", saying("HTTP/1.1 200 ", b"O" * 200_000, "\r\n\r\n"), C.NETWORK),
    Case("67-200-headers", giving(png(), *(f"X-{n}: y" for n in range(200))), C.NETWORK),
    Case("68-long-header", giving(png(), f"X-Long: {'y' * 100_000}"), C.NETWORK),
    Case("68b-headers-of-6-MB", giving(png(), *(f"X-{n}: {'y' * 60_000}" for n in range(90))), C.NETWORK),
    Case("69-evil-name", giving(png(), "Content-Disposition: attachment; filename=../../../../tmp/evil.png"), None),
    Case("70-name-con", giving(png(), "Content-Disposition: attachment; filename=CON.png"), None),
    Case("71-long-name", giving(png(), f"Content-Disposition: attachment; filename={'x' * 5000}.png"), None),
    Case("72-cookies", giving(png(), *(f"Set-Cookie: c{n}={'v' * 3500}" for n in range(90))), None),
    Case("73-trailing-zip", giving(png() + b"PK\3\4" + bytes(5000)), None),
    Case("80-robots-600-kB", giving(b"Disallow: /\n" * 50_000), None, What.ROBOTS),
    Case("80b-robots-empty", giving(b""), None, What.ROBOTS),
    Case("304-unasked", saying("HTTP/1.1 304 Not Modified\r\n\r\n"), C.STATUS, status=304),
]

_LOOPBACKS = {
    "1-to-127.0.0.2": "http://127.0.0.2:CANARY/",
    "2-to-localhost": "http://localhost:CANARY/",
    "3-to-decimal": "http://2130706434:CANARY/",
    "4-to-hexadecimal": "http://0x7f000002:CANARY/",
    "4b-to-octal": "http://0177.0.0.2:CANARY/",
    "4c-to-short": "http://127.2:CANARY/",
    "4d-to-full-width": "http://１２７.0.0.2:CANARY/".encode().decode("latin-1"),
    "5-to-mapped": "http://[::ffff:127.0.0.2]:CANARY/",
    "5b-to-mapped-hex": "http://[::ffff:7f00:2]:CANARY/",
    "5c-to-nat64": "http://[64:ff9b::7f00:2]:CANARY/",
    "5d-to-6to4": "http://[2002:7f00:2::]:CANARY/",
    "5e-to-one": "http://[::1]:CANARY/",
    "6-to-0": "http://0:CANARY/",
    "6b-to-backslash": "http:\\\\127.0.0.2:CANARY/",
    "8-dns-public-and-private": "http://both.test:CANARY/",
    "9-dns-metadata": "http://metadata.test:CANARY/",
    "10-dns-metadata-6": "http://metadata6.test:CANARY/",
    "10b-trailing-dot": "http://localhost.:CANARY/",
}
"""Ways to a server on this machine that no page may find. CANARY is its port."""

_NAMES = {
    "both.test": ["93.184.216.34", "127.0.0.2"],
    "metadata.test": ["169.254.169.254"],
    "metadata6.test": ["fd00:ec2::254"],
    "localhost": ["127.0.0.1"],
}


@dataclass
class Outcome:
    """What became of a case."""

    answer: Answer | None
    refusal: FetchRefused | None
    took_s: float


def _resolver(host: str, _port: int) -> list[str]:
    if host not in _NAMES:
        raise OSError("no such host")
    return _NAMES[host]


def _fetcher(server: HostileServer, limits: FetchLimits = _LIMITS) -> Fetcher:
    return Fetcher(limits=limits, allowed_private=frozenset({f"127.0.0.1:{server.port}"}), resolver=_resolver)


def _play(fetcher: Fetcher, address: str, what: What) -> Outcome:
    begun = time.monotonic()
    try:
        answer, refusal = fetcher.get(address, what), None
    except FetchRefused as error:
        answer, refusal = None, error
    return Outcome(answer, refusal, time.monotonic() - begun)


@pytest.fixture(scope="module")
def canaries() -> Iterator[list[HostileServer]]:
    """Servers that nothing may reach: the same port on two of this machine's addresses."""
    with serving(host="127.0.0.2") as second, serving(port=second.port) as first:
        yield [first, second]


@pytest.fixture(scope="module")
def outcomes(canaries: list[HostileServer]) -> Iterator[dict[str, Outcome]]:
    """All cases, played at the same time through one fetcher."""
    assert bomb()  # made beforehand: it takes longer than a server may be silent
    with serving() as server, _fetcher(server) as fetcher:
        server.plays = {f"/{case.name}": case.play for case in CASES}
        server.plays |= {"/good": giving(png()), "/b%C3%BCcher": giving(png())}
        for name, target in _LOOPBACKS.items():
            server.plays[f"/{name}"] = moving(target.replace("CANARY", str(canaries[0].port)))
        work = [(case.name, case.what) for case in CASES] + [(name, What.PICTURE) for name in _LOOPBACKS]
        with ThreadPoolExecutor(12) as pool:
            played = pool.map(lambda each: _play(fetcher, f"{server.origin}/{each[0]}", each[1]), work)
            found = dict(zip((name for name, _ in work), played, strict=True))
        found["good"] = _play(fetcher, f"{server.origin}/good", What.PICTURE)
        yield found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_answer_is_refused_for_what_it_is(outcomes, case):
    outcome = outcomes[case.name]
    code = outcome.refusal.code if outcome.refusal else None
    assert code is case.expected, outcome.refusal or outcome.answer
    assert outcome.took_s <= _TOTAL_S + 1
    if case.status is not None:
        assert outcome.refusal.status == case.status


@pytest.mark.parametrize("name", _LOOPBACKS)
def test_no_way_leads_into_a_private_network(outcomes, canaries, name):
    assert outcomes[name].refusal.code is FetchCode.SSRF, outcomes[name].refusal
    assert outcomes[name].refusal.reason is Reason.REFUSED_ADDRESS
    assert [canary.connections for canary in canaries] == [0, 0]


def test_after_all_this_the_fetcher_still_works(outcomes):
    assert outcomes["good"].answer.content == png()


@pytest.mark.parametrize("name", ["49-html-as-png", "50-program-as-jpeg", "52-svg"])
def test_what_is_no_picture_is_told_by_its_bytes(outcomes, name):
    with pytest.raises(PictureRefused):
        sniff(outcomes[name].answer.content)


@pytest.mark.parametrize("name", ["51-png-as-text", "53-no-type", "69-evil-name", "72-cookies", "73-trailing-zip"])
def test_a_picture_is_one_whatever_the_headers_say(outcomes, name):
    assert sniff(outcomes[name].answer.content) == "png"
    assert "set-cookie" not in outcomes[name].answer.headers


def test_a_declared_half_arrives_as_a_half(outcomes):
    assert outcomes["36-half-declared"].answer.content == png()[: len(png()) // 2]


def test_robots_are_read_as_far_as_they_count(outcomes):
    assert len(outcomes["80-robots-600-kB"].answer.content) == _LIMITS.robots_bytes
    assert outcomes["80b-robots-empty"].answer.content == b""


def test_a_redirect_is_answered_by_where_it_led(outcomes):
    assert outcomes["17-endless-redirect-body"].answer.address.endswith("/good")
    assert outcomes["21b-location-utf8"].answer.address.endswith("/b%C3%BCcher")


def test_a_refusal_says_whom_and_why(outcomes):
    words = str(outcomes["62-404-with-picture"].refusal)
    assert "/62-404-with-picture" in words
    assert "404 (it does not exist)" in words
    assert "pw" not in str(outcomes["14-to-userinfo"].refusal)


def _endless(stage: Stage) -> None:
    stage.send(_OK, "\r\n")
    stage.for_ever(_ENDLESS)


def _endless_chunks(stage: Stage) -> None:
    stage.send(_OK, "Transfer-Encoding: chunked\r\n\r\n")
    stage.for_ever(b"10000\r\n" + _ENDLESS + b"\r\n")


def _whole(stage: Stage) -> None:
    stage.send(_OK, f"Content-Length: {32 * MIB}\r\n\r\n")
    for _ in range(512):
        stage.send(_ENDLESS)


def _bomb(encoding: str, layers: int) -> Play:
    return lambda stage: stage.answer(bomb(layers), f"Content-Encoding: {encoding}")


_HUGE = [
    ("27-endless", _endless, What.PICTURE, C.TOO_BIG),
    ("27b-endless-page", _endless, What.PAGE, C.TOO_BIG),
    ("28-endless-chunks", _endless_chunks, What.PICTURE, C.TOO_BIG),
    ("44-gzip-bomb", _bomb("gzip", 1), What.PICTURE, C.ENCODING),
    ("44b-gzip-bomb-page", _bomb("gzip", 1), What.PAGE, C.ENCODING),
    ("45-gzip-twice", _bomb("gzip, gzip", 2), What.PAGE, C.ENCODING),
    ("45b-gzip-in-gzip", _bomb("gzip", 2), What.PAGE, None),
    ("largest-allowed", _whole, What.PICTURE, None),
]


@pytest.mark.parametrize(("name", "play", "what", "expected"), _HUGE, ids=[each[0] for each in _HUGE])
def test_nothing_makes_memory_grow(name, play, what, expected):
    limits = FetchLimits(picture_s=20, page_s=20)
    assert bomb(1)
    assert bomb(2)
    with serving(plays={"/x": closing(play)}) as server, _fetcher(server, limits) as fetcher, _Memory() as memory:
        outcome = _play(fetcher, f"{server.origin}/x", what)
    assert (outcome.refusal.code if outcome.refusal else None) is expected, outcome.refusal
    assert memory.grown_mib <= 50


class _Memory:
    """The most that this process grew by, looked at each 5 ms."""

    def __enter__(self) -> _Memory:
        self._process = psutil.Process()
        self._before = self._most = self._process.memory_info().rss
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._done.set()
        self._thread.join()

    @property
    def grown_mib(self) -> float:
        return (self._most - self._before) / MIB

    def _look(self) -> None:
        while not self._done.wait(0.005):
            self._most = max(self._most, self._process.memory_info().rss)
