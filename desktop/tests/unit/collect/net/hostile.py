"""A server that answers with bytes, not with HTTP: whatever a hostile or broken one may send."""

from __future__ import annotations

import gzip
import io
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache

from PIL import Image

Play = Callable[["Stage"], None]
MIB = 1 << 20


@dataclass
class Stage:
    """One request that came, and the socket to misbehave on."""

    server: HostileServer
    sock: socket.socket
    path: str
    head: bytes

    def send(self, *parts: bytes | str) -> None:
        for part in parts:
            self.sock.sendall(part.encode("latin-1") if isinstance(part, str) else part)

    def answer(self, body: bytes, *headers: str, status: str = "200 OK", length: bool = True) -> None:
        lines = [f"HTTP/1.1 {status}", *headers]
        lines += [f"Content-Length: {len(body)}"] if length else []
        self.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    def redirect(self, to: str, body: bytes = b"", *headers: str) -> None:
        self.answer(body, f"Location: {to}", *headers, status="302 Found")

    def for_ever(self, what: bytes, every_s: float = 0.0) -> None:
        """Send *what* again and again, until the other side has had enough."""
        for _ in range(100_000):
            self.send(what)
            if self.server.stopping.wait(every_s) if every_s else self.server.stopping.is_set():
                return

    def header(self, name: str) -> str:
        for line in self.head.decode("latin-1").split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name:
                return value.strip()
        return ""


@dataclass
class HostileServer:
    """Plays what is registered for a path; counts what came."""

    host: str = "127.0.0.1"
    port: int = 0
    plays: dict[str, Play] = field(default_factory=dict)
    requests: list[tuple[str, bytes]] = field(default_factory=list)
    connections: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)
    wrap: Callable[[socket.socket], socket.socket] | None = None

    def __post_init__(self) -> None:
        self._listener = socket.create_server((self.host, self.port), backlog=64)
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"

    def stop(self) -> None:
        self.stopping.set()
        for sock in (self._listener, *self._open):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                self.connections += 1
                self._open.append(sock)
                threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError, ValueError), sock:
            if self.wrap is not None:
                sock = self.wrap(sock)
            with sock:
                while (head := _head(sock)) is not None:
                    path = head.split(b" ", 2)[1].decode("latin-1")
                    self.requests.append((path, head))
                    stage = Stage(self, sock, path, head)
                    play = self.plays.get(path.partition("?")[0].rstrip("0123456789"))
                    play = self.plays.get(path.partition("?")[0], play)
                    if play is None:
                        stage.answer(b"nothing here", status="404 Not Found")
                    elif play(stage) is CLOSE:
                        return


CLOSE = object()
"""Returned by a play that ends the connection."""


def _head(sock: socket.socket) -> bytes | None:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = sock.recv(65536)
        if not byte:
            return None
        head += byte
    return head


@contextmanager
def serving(**options: object) -> Iterator[HostileServer]:
    server = HostileServer(**options)  # type: ignore[arg-type]
    try:
        yield server
    finally:
        server.stop()


@cache
def png(edge: int = 40) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((edge, edge), 90).save(out, "PNG")
    return out.getvalue()


@cache
def bomb(layers: int = 1, mib: int = 300) -> bytes:
    """Zeros, packed: 300 MiB become 300 KB; packed again, next to nothing. Nobody gets as far as its missing end."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    first = packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = first + (packer.compress(bytes(MIB)) + packer.flush(zlib.Z_FULL_FLUSH)) * (mib - 1)
    for _ in range(layers - 1):
        packed = gzip.compress(packed)
    return packed


def reset(sock: socket.socket) -> None:
    """Close it so that the other side sees a reset connection."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def closing(play: Play) -> Play:
    """Let *play* end the connection."""

    def played(stage: Stage) -> object:
        play(stage)
        return CLOSE

    return played  # type: ignore[return-value]


def saying(*parts: bytes | str) -> Play:
    """Send *parts*, then hang up."""
    return closing(lambda stage: stage.send(*parts))


def moving(to: str, *headers: str, body: bytes = b"") -> Play:
    """Redirect to *to*, in which PORT is the server's port."""
    return lambda stage: stage.redirect(to.replace("PORT", str(stage.server.port)), body, *headers)


def giving(body: bytes, *headers: str, status: str = "200 OK") -> Play:
    return lambda stage: stage.answer(body, *headers, status=status)


def silent(stage: Stage) -> None:
    stage.server.stopping.wait(10)


def wait_until(condition: Callable[[], bool], patience_s: float = 3.0) -> bool:
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.01)
    return condition()
