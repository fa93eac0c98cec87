"""Which numeric addresses may be connected to."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from winnow.collect.net.networks import Fence, numeric

PRIVATE = [
    "127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.1.1",
    "100.64.0.1", "198.18.0.1", "::1", "fc00::1", "fd12::1", "fe80::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
]  # fmt: skip
NEVER = [
    "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.1", "192.0.2.1",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "ff02::1",
    "fd00:ec2::254", "fec0::1", "2001:db8::1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "::127.0.0.1", "::ffff:0:127.0.0.1", "::ffff:169.254.169.254", "100::1",
]  # fmt: skip
PUBLIC = [
    "8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::5", "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
]  # fmt: skip


def _passes(fence: Fence, text: str) -> bool:
    return fence.objection(ip_address(text), "host.test", 80) is None


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_pass(text):
    assert _passes(Fence(), text)


@pytest.mark.parametrize("text", PRIVATE)
def test_private_addresses_pass_where_the_person_allows_them(text):
    assert not _passes(Fence(), text)
    assert _passes(Fence(allows_private=True), text)
    assert _passes(Fence(allowed=frozenset({"host.test:80"})), text)
    assert not _passes(Fence(allowed=frozenset({"host.test:81", "other.test:80"})), text)


@pytest.mark.parametrize("text", NEVER)
def test_some_addresses_pass_for_nobody(text):
    assert not _passes(Fence(), text)
    assert not _passes(Fence(allows_private=True, allowed=frozenset({"host.test:80"})), text)


@pytest.mark.parametrize("text", [*NEVER, *PRIVATE])
def test_numeric_addresses_are_recognised(text):
    assert numeric(f"[{text}]" if ":" in text else text) == ip_address(text)
    assert numeric("fe80::1%eth0") == ip_address("fe80::1")
    assert numeric("host.test") is None
