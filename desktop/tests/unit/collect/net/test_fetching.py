"""What a fetch does besides surviving: connections, secrets, encryption, threads, stopping."""

from __future__ import annotations

import gzip
import logging
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from unit.collect.net.hostile import (
    HostileServer,
    Stage,
    closing,
    giving,
    moving,
    png,
    serving,
    silent,
    wait_until,
)

from winnow.base.traffic import hosts_since_last_look
from winnow.collect.net.fetching import DEFAULT_USER_AGENT, Fetcher, NameUnfit, What
from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.refusal import FetchCode, FetchRefused


@pytest.fixture
def server() -> Iterator[HostileServer]:
    plays = {"/": giving(png()), "/page": giving(b"<html></html>")}
    with serving(plays=plays) as one:
        yield one


@pytest.fixture
def fetcher(server: HostileServer) -> Iterator[Fetcher]:
    with Fetcher(allowed_private=frozenset({f"127.0.0.1:{server.port}"})) as one:
        yield one


def _code(fetcher: Fetcher, address: str, what: What = What.PICTURE) -> FetchCode:
    with pytest.raises(FetchRefused) as refused:
        fetcher.get(address, what)
    return refused.value.code


# -- connections


def test_a_connection_serves_again(server, fetcher):
    for number in range(50):
        fetcher.get(f"{server.origin}/{number}", What.PICTURE)
    assert (len(server.requests), server.connections) == (50, 1)


def test_missing_pictures_and_redirects_do_not_cost_a_connection(server, fetcher):
    server.plays["/moved"] = moving("/1", body=b"<html>moved</html>")
    for _ in range(5):
        assert _code(fetcher, f"{server.origin}/missing") is FetchCode.STATUS
        fetcher.get(f"{server.origin}/moved", What.PICTURE)
    assert server.connections == 1


def test_an_answer_that_is_still_to_come_is_never_the_next_ones(server, fetcher):
    def early(stage: Stage) -> None:
        stage.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")
        asked.wait(3)
        stage.answer(b"the one before")

    asked = threading.Event()
    server.plays["/early"] = early
    assert _code(fetcher, f"{server.origin}/early") is FetchCode.STATUS
    threading.Timer(0.1, asked.set).start()
    assert fetcher.get(f"{server.origin}/1", What.PICTURE).content == png()


def test_a_connection_that_the_server_closed_meanwhile_is_no_failure(server, fetcher):
    server.plays["/last"] = closing(giving(png()))
    for _ in range(20):
        assert fetcher.get(f"{server.origin}/last", What.PICTURE).content == png()
    assert server.connections == 20


def test_sixteen_threads_share_a_fetcher(server, fetcher):
    server.plays |= {f"/p{at}x": giving(b"%d" % at * 5000) for at in range(16)}

    def work(at: int) -> set[bytes]:
        return {fetcher.get(f"{server.origin}/p{at}x", What.PICTURE).content for _ in range(20)}

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(work, range(16))) == [{b"%d" % at * 5000} for at in range(16)]
    assert server.connections <= 60  # four of sixteen are kept


# -- what is asked


def test_a_request_says_who_asks_and_what_is_welcome(server, fetcher):
    fetcher.get(f"{server.origin}/1", What.PICTURE)
    fetcher.get(f"{server.origin}/page", What.PAGE, {"X-Own": "1", "Host": "evil.test", "Cookie": "a=b"})
    picture, page = (head.decode("latin-1").lower() for _, head in server.requests)
    assert f"user-agent: {DEFAULT_USER_AGENT.lower()}" in picture
    assert "accept-encoding: identity" in picture
    assert "accept-encoding: gzip, deflate" in page
    assert "x-own: 1" in page
    assert "evil.test" not in page
    assert "cookie" not in page


@pytest.mark.parametrize("name", ["", "수집기", "Winnow\r\nX-Evil: 1"])
def test_a_name_that_cannot_be_sent_is_refused(name):
    with pytest.raises(NameUnfit, match="ASCII"):
        Fetcher(name)


@pytest.mark.parametrize("headers", [{"X-Key": "planted\r\nX-Evil: 1"}, {"X-Key": "plantéd"}, {"X\nKey": "planted"}])
def test_a_key_that_cannot_be_sent_is_refused_without_repeating_it(server, fetcher, headers):
    with pytest.raises(FetchRefused) as refused:
        fetcher.get(f"{server.origin}/1", What.API, headers)
    assert "plant" not in str(refused.value)
    assert server.requests == []


def test_a_key_pasted_with_a_line_break_is_sent_without(server, fetcher):
    fetcher.get(f"{server.origin}/1", What.API, {"X-Key": " abc\n"})
    assert b"x-key: abc\r\n" in server.requests[0][1]


@pytest.mark.parametrize("packed", ["gzip", "members", "zlib", "raw"])
def test_packed_pages_are_unpacked(server, fetcher, packed):
    text = b"<p>text</p>" * 4000
    raw = zlib.compressobj(wbits=-15)
    body = {
        "gzip": gzip.compress(text),
        "members": gzip.compress(text[:999]) + gzip.compress(text[999:]) + b"\0\0",
        "zlib": zlib.compress(text),
        "raw": raw.compress(text) + raw.flush(),
    }[packed]
    name = "gzip" if packed in ("gzip", "members") else "deflate"
    server.plays["/packed"] = giving(body, f"Content-Encoding: {name}")
    assert fetcher.get(f"{server.origin}/packed", What.PAGE).content == text


def test_an_unchanged_picture_is_not_sent_again(server, fetcher):
    def conditional(stage: Stage) -> None:
        if stage.header("if-none-match") == '"v1"':
            stage.send('HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n')
        else:
            stage.answer(png(), 'ETag: "v1"')

    server.plays["/etag"] = conditional
    first = fetcher.get(f"{server.origin}/etag", What.PICTURE)
    again = fetcher.get(f"{server.origin}/etag", What.PICTURE, {"If-None-Match": first.headers["etag"]})
    assert (first.status, again.status, again.content) == (200, 304, b"")
    assert server.connections == 1


# -- secrets


@pytest.fixture
def other() -> Iterator[HostileServer]:
    with serving(plays={"/echo": giving(png())}) as one:
        yield one


@pytest.fixture
def both(server: HostileServer, other: HostileServer) -> frozenset[str]:
    return frozenset({f"127.0.0.1:{server.port}", f"127.0.0.1:{other.port}"})


def test_a_key_does_not_follow_to_another_host(server, other, both, caplog):
    caplog.set_level(logging.DEBUG, "winnow")
    server.plays["/away"] = moving(f"{other.origin}/echo")
    server.plays["/near"] = moving("/1")
    keys = {"Authorization": "Bearer planted-1", "X-Api-Key": "planted-2", "Accept-Language": "ko"}
    with Fetcher(allowed_private=both) as fetcher:
        fetcher.get(f"{server.origin}/away", What.API, keys)
        fetcher.get(f"{server.origin}/near", What.API, keys)
    assert b"planted" not in other.requests[0][1]
    assert b"ko" in other.requests[0][1]
    assert all(b"planted-1" in head and b"planted-2" in head for _, head in server.requests)
    assert "planted" not in caplog.text


@pytest.mark.parametrize("keeps_cookies", [False, True])
def test_a_cookie_goes_to_its_own_origin_at_most(server, other, both, keeps_cookies):
    server.plays["/set"] = giving(png(), "Set-Cookie: secret=planted; Path=/; Domain=127.0.0.1", "Set-Cookie: b=2")
    server.plays["/away"] = moving(f"{other.origin}/echo", "Set-Cookie: late=planted")
    with Fetcher(allowed_private=both, keeps_cookies=keeps_cookies) as fetcher:
        fetcher.get(f"{server.origin}/set", What.PAGE)
        fetcher.get(f"{server.origin}/1", What.PAGE)
        fetcher.get(f"{server.origin}/away", What.PAGE)
    assert (b"cookie: secret=planted; b=2" in server.requests[1][1]) is keeps_cookies
    assert b"planted" not in other.requests[0][1]


def test_a_cookie_wall_is_passed_where_cookies_are_kept(server, both):
    def wall(stage: Stage) -> None:
        if stage.header("cookie"):
            stage.answer(png())
        else:
            stage.redirect("/wall", b"", "Set-Cookie: seen=1")

    server.plays["/wall"] = wall
    with Fetcher(allowed_private=both, keeps_cookies=True) as fetcher:
        assert fetcher.get(f"{server.origin}/wall", What.PAGE).status == 200
    with Fetcher(allowed_private=both) as fetcher:
        assert _code(fetcher, f"{server.origin}/wall", What.PAGE) is FetchCode.REDIRECT


def test_nothing_is_taken_from_the_environment(server, fetcher, monkeypatch, home):
    (home / ".netrc").write_text("machine 127.0.0.1 login user password planted\n")
    monkeypatch.setenv("NETRC", str(home / ".netrc"))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    fetcher.get(f"{server.origin}/1", What.PICTURE)
    assert b"uthorization" not in server.requests[0][1]


# -- names


def test_a_name_that_changes_its_address_is_asked_once(server):
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    allowed = frozenset({f"rebind.test:{server.port}"})
    with serving(host="127.0.0.2", port=server.port) as canary:
        with Fetcher(allowed_private=allowed, resolver=rebinding) as fetcher:
            fetcher.get(f"http://rebind.test:{server.port}/1", What.PICTURE)
            fetcher.get(f"http://rebind.test:{server.port}/2", What.PICTURE)
        assert canary.connections == 0
    assert asked == ["rebind.test"]
    assert f"host: rebind.test:{server.port}".encode() in server.requests[0][1].lower()


def test_what_was_checked_is_what_is_dialled():
    answers = iter([["93.184.216.34"], ["127.0.0.2"]])
    with Fetcher(resolver=lambda _host, _port: next(answers)) as fetcher:
        with pytest.raises(AssertionError, match=r"93\.184\.216\.34"):
            fetcher.get("http://rebind.test/", What.PICTURE)
        assert _code(fetcher, "http://rebind.test/") is FetchCode.SSRF


def test_an_address_that_is_dead_leaves_time_for_the_next(server):
    with serving() as gone:
        port = gone.port
    with serving(port=port, plays={"/": giving(png())}):
        resolver = {"two.test": ["::1", "127.0.0.1"]}
        with Fetcher(allow_private=True, resolver=lambda host, _port: resolver[host]) as fetcher:
            assert fetcher.get(f"http://two.test:{port}/1", What.PICTURE).content == png()


def test_a_silent_name_server_is_not_waited_for(server):
    ask = threading.Event()

    def silent_resolver(_host: str, _port: int) -> list[str]:
        ask.wait(5)
        return ["127.0.0.1"]

    limits = FetchLimits(connect_s=0.2)
    with Fetcher(limits=limits, allow_private=True, resolver=silent_resolver) as fetcher:
        begun = time.monotonic()
        assert _code(fetcher, "http://slow.test/") is FetchCode.DNS_SILENT
        assert time.monotonic() - begun < 1.5
    ask.set()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), FetchCode.DNS),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), FetchCode.DNS_SILENT),
        ([], FetchCode.DNS),
    ],
)
def test_an_unknown_host_is_said(answer, code):
    def resolver(_host: str, _port: int) -> list[str]:
        if isinstance(answer, OSError):
            raise answer
        return answer

    with Fetcher(resolver=resolver) as fetcher:
        assert _code(fetcher, "http://nowhere.test/") is code


def test_a_closed_port_is_said():
    with serving() as gone:
        port = gone.port
    with Fetcher(allow_private=True) as fetcher:
        assert _code(fetcher, f"http://127.0.0.1:{port}/") is FetchCode.CONNECT


# -- stopping


@pytest.mark.parametrize("where", ["silent", "dripping", "connecting", "resolving", "encrypting"])
def test_stopping_takes_half_a_second_at_most(where):
    wait = threading.Event()

    def resolver(_host: str, _port: int) -> list[str]:
        if where == "resolving":
            wait.wait(5)
        return ["127.0.0.1"]

    def drip(stage: Stage) -> None:
        stage.send("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
        stage.for_ever(b"x", every_s=0.05)

    plays = {"/silent": closing(silent), "/dripping": closing(drip)}
    full = _full_listener() if where == "connecting" else None
    with serving(plays=plays) as server, Fetcher(allow_private=True, resolver=resolver) as fetcher:
        if where == "encrypting":
            server.wrap = lambda sock: (wait.wait(5), sock)[1]
        port = full[0].getsockname()[1] if full else server.port
        scheme = "https" if where == "encrypting" else "http"
        with ThreadPoolExecutor(4) as pool:
            running = [pool.submit(_code, fetcher, f"{scheme}://host.test:{port}/{where}") for _ in range(4)]
            assert wait_until(lambda: full is not None or where == "resolving" or server.connections >= 4)
            time.sleep(0.1)
            begun = time.monotonic()
            fetcher.cancel()
            codes = {one.result() for one in running}
            took = time.monotonic() - begun
        assert codes == {FetchCode.CANCELLED}
        assert took < 0.5
        assert _code(fetcher, f"{server.origin}/1") is FetchCode.CANCELLED
        wait.set()
    for sock in full or ():
        sock.close()


def _full_listener() -> list[socket.socket]:
    """A port on which further connections hang: its queue is full, and nobody takes from it."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=0)
    waiting = []
    for _ in range(3):
        sock = socket.socket()
        sock.setblocking(False)
        sock.connect_ex(listener.getsockname())
        waiting.append(sock)
    return [listener, *waiting]


def test_closing_leaves_no_thread(server):
    before = set(threading.enumerate())
    with Fetcher(allow_private=True) as fetcher:
        fetcher.get(f"{server.origin}/1", What.PICTURE)
    assert not [each for each in set(threading.enumerate()) - before if each.name.startswith("fetch")]
    assert _code(fetcher, f"{server.origin}/1") is FetchCode.CANCELLED


def test_whoever_watches_sees_every_host_that_is_asked(server, fetcher):
    hosts_since_last_look()
    assert fetcher.get(f"{server.origin}/", What.PICTURE).content == png()
    assert hosts_since_last_look() == ("127.0.0.1",)
    assert hosts_since_last_look() == ()
