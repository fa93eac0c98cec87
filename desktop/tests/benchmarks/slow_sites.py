"""Hosts on 127.0.0.1 and up that answer every request with 200 kB, 50 ms later: ``slow_sites.py HOSTS CONNECT_S``.

A new connection takes *CONNECT_S* more, as its handshake does on a real line:
0.05 is a line of 50 ms, 0 one that only answers late.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
import time

_LATENCY_S = 0.05
_BODY = b"\xff\xd8\xff\xe0" + os.urandom(200_000 - 6) + b"\xff\xd9"


class _Taken:
    """When the first request came, when the last answer was sent, and how many there were."""

    first = 0.0
    last = 0.0
    count = 0

    def told(self) -> bytes:
        text = json.dumps({"first": self.first, "last": self.last, "count": self.count})
        self.first, self.last, self.count = 0.0, 0.0, 0
        return text.encode()


class _Site(asyncio.Protocol):
    def __init__(self, taken: _Taken, connect_s: float) -> None:
        self._taken = taken
        self._connect_s = connect_s
        self._head = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._head += data
        if self._head.endswith(b"\r\n\r\n"):
            head, self._head = self._head, b""
            path = head.split(b" ", 2)[1]
            is_last = b"connection: close" in head.lower()
            if path == b"/taken":
                self._answer(b"200 OK", self._taken.told(), True)
            elif path == b"/robots.txt":
                self._answer(b"404 Not Found", b"", is_last)
            else:
                self._taken.first = self._taken.first or time.monotonic()
                asyncio.get_running_loop().call_later(_LATENCY_S + self._connect_s, self._picture, is_last)
                self._connect_s = 0.0

    def _picture(self, is_last: bool) -> None:
        self._answer(b"200 OK", _BODY, is_last)
        self._taken.last = time.monotonic()
        self._taken.count += 1

    def _answer(self, status: bytes, body: bytes, is_last: bool) -> None:
        kept = b"close" if is_last else b"keep-alive"
        self._transport.write(
            b"HTTP/1.1 %s\r\nConnection: %s\r\nContent-Length: %d\r\n\r\n" % (status, kept, len(body))
        )
        self._transport.write(body)
        if is_last:
            self._transport.close()


async def main(hosts: int, connect_s: float) -> None:
    """Serve until killed; the port is printed first."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    taken = _Taken()
    names = [f"127.0.0.{number + 1}" for number in range(hosts)]
    server = await asyncio.get_running_loop().create_server(lambda: _Site(taken, connect_s), names, port, backlog=256)
    print(port, flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
