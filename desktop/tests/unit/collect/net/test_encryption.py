"""Encrypted connections: whose certificate is believed, and what happens where none comes about."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from pathlib import Path

import pytest
from unit.collect.net.hostile import HostileServer, giving, png, saying, serving

from winnow.collect.net.fetching import Fetcher, What
from winnow.collect.net.limits import FetchLimits
from winnow.collect.net.refusal import FetchCode, FetchRefused


def _code(fetcher: Fetcher, address: str) -> FetchCode:
    with pytest.raises(FetchRefused) as refused:
        fetcher.get(address, What.PICTURE)
    return refused.value.code


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """ca.pem, and good, expired and self as key and certificate for good.test."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make certificates with")
    folder = tmp_path_factory.mktemp("certificates")
    (folder / "names").write_text("subjectAltName=DNS:good.test\n")
    key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    signed = "x509 -req -in good.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile names"
    for line in (
        f"req -x509 {key} -keyout ca.key -out ca.pem -days 9 -subj /CN=Tests",
        f"req {key} -keyout good.key -out good.csr -subj /CN=good.test",
        f"{signed} -days 9 -out good.pem",
        f"{signed} -days -1 -out expired.pem",
        f"req -x509 {key} -keyout self.key -out self.pem -days 9 -subj /CN=good.test",
    ):
        subprocess.run([openssl, *line.split()], cwd=folder, check=True, capture_output=True)
    return folder


def _encrypted(folder: Path, name: str, key: str) -> HostileServer:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}.pem", folder / f"{key}.key")
    return HostileServer(plays={"/": giving(png())}, wrap=lambda sock: context.wrap_socket(sock, server_side=True))


@pytest.mark.parametrize(
    ("name", "key", "host", "code", "words"),
    [
        ("good", "good", "good.test", None, ""),
        ("expired", "good", "good.test", FetchCode.TLS, "expired"),
        ("self", "self", "good.test", FetchCode.TLS, "self-signed"),
        ("good", "good", "other.test", FetchCode.TLS, "other.test"),
        ("good", "good", "127.0.0.1", FetchCode.TLS, "127.0.0.1"),
    ],
)
def test_a_certificate_must_be_right(certificates, name, key, host, code, words):
    server = _encrypted(certificates, name, key)
    ca_file = str(certificates / "ca.pem")
    resolver = {"good.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]}
    with Fetcher(allow_private=True, ca_file=ca_file, resolver=lambda each, _port: resolver[each]) as fetcher:
        address = f"https://{host}:{server.port}/1"
        if code is None:
            assert [fetcher.get(address, What.PICTURE).content for _ in range(5)] == [png()] * 5
            assert server.connections == 1
        else:
            with pytest.raises(FetchRefused, match=words) as refused:
                fetcher.get(address, What.PICTURE)
            assert refused.value.code is code
            assert server.requests == []
    server.stop()


def test_a_stalled_handshake_ends_in_time():
    limits = FetchLimits(connect_s=0.4)
    with (
        serving(wrap=lambda sock: (time.sleep(2), sock)[1]) as server,
        Fetcher(limits=limits, allow_private=True) as fetcher,
    ):
        begun = time.monotonic()
        assert _code(fetcher, f"https://127.0.0.1:{server.port}/1") is FetchCode.TLS
        assert time.monotonic() - begun < 1.4


def test_plain_http_on_a_port_for_encryption_is_said():
    with serving(plays={"/": saying("HTTP/1.1 400 Bad\r\n\r\n")}) as server, Fetcher(allow_private=True) as fetcher:
        server.wrap = lambda sock: sock.sendall(b"HTTP/1.1 400 Bad\r\n\r\n") or sock
        assert _code(fetcher, f"https://127.0.0.1:{server.port}/1") is FetchCode.TLS
