"""Which numeric addresses may be connected to."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

IPAddress = IPv4Address | IPv6Address
_Networks = tuple[IPv4Network | IPv6Network, ...]


def _networks(*texts: str) -> _Networks:
    return tuple(ip_network(text) for text in texts)


# The standard library's is_global is not asked: it calls 64:ff9b:1::1, 2002:7f00:1:: and multicast global.
# Source: IANA special-purpose address registries for IPv4 and IPv6.
_NEVER = _networks(
    "0.0.0.0/8",  # this network; 0.0.0.0 reaches this machine
    "169.254.169.254/32", "169.254.169.253/32", "169.254.170.2/32", "169.254.170.23/32", "100.100.100.200/32",
    "192.0.0.192/32", "168.63.129.16/32",  # metadata of the clouds
    "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  # protocols and documentation
    "192.88.99.0/24",  # relays of 6to4
    "224.0.0.0/4", "240.0.0.0/4",  # multicast, reserved, broadcast
    "::/128", "fd00:ec2::254/128", "fd00:ec2::23/128", "fd20:ce::254/128",
    "100::/64", "100:0:0:1::/64", "2001:db8::/32", "3fff::/20", "5f00::/16", "2001:2::/48", "2001:10::/28",
    "2001:20::/28", "fec0::/10", "ff00::/8",
)  # fmt: skip
"""No host of pictures is here, and the person cannot allow it."""

_PRIVATE = _networks(
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16",
    "100.64.0.0/10",  # shared by the customers of a provider
    "198.18.0.0/15",  # benchmarks of network devices
    "::1/128", "fc00::/7", "fe80::/10",
)  # fmt: skip

_GLOBAL_V6 = IPv6Network("2000::/3")

_EMBEDDING = (
    (IPv6Network("::ffff:0:0/96"), 0), (IPv6Network("::ffff:0:0:0/96"), 0), (IPv6Network("::/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0), (IPv6Network("64:ff9b:1::/48"), 0), (IPv6Network("2002::/16"), 80),
)  # fmt: skip
"""IPv6 networks that lead to an IPv4 address, and how many bits follow it."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
_TEREDO = IPv6Network("2001::/32")


@dataclass(frozen=True, slots=True)
class Fence:
    """What may be connected to: public addresses, and the private ones that the person allowed."""

    allows_private: bool = False
    allowed: frozenset[str] = frozenset()
    """``host:port`` as typed by the person, in lower case."""

    def objection(self, address: IPAddress, host: str, port: int) -> str | None:
        """Return in words why *address*, which *host* stands for, may not be connected to; None where it may."""
        if _is_in(address, _NEVER):
            return f"{address} is no address of the public network, and never asked"
        inner = _embedded(address)
        if inner is not None and str(address) not in ("::1", "::"):
            if _is_mapped(address):
                return self.objection(inner, host, port)
            # Where there is no IPv4 every host of it is named so (DNS64, RFC 6052), and only public ones may be.
            if address in _TRANSLATED and Fence().objection(inner, host, port) is None:
                return None
            # Translators reach private hosts by a public-looking prefix: never taken, allowed or not.
            return f"{address} is a translated address of {inner}, and never asked"
        if self.allows_private or f"{host}:{port}" in self.allowed or f"[{host}]:{port}" in self.allowed:
            return None
        if _is_in(address, _PRIVATE):
            return f"{address} belongs to this machine or to a private network, which is asked only where you allow it"
        if isinstance(address, IPv6Address) and address not in _GLOBAL_V6:
            return f"{address} is no address of the public network, and never asked"
        return None


def numeric(text: str) -> IPAddress | None:
    """Return *text* as a numeric address, without the zone that a link-local one may carry; None if it is none."""
    try:
        return ip_address(text.partition("%")[0].strip("[]"))
    except ValueError:
        return None


def _is_in(address: IPAddress, networks: _Networks) -> bool:
    return any(address in network for network in networks if network.version == address.version)


def _is_mapped(address: IPAddress) -> bool:
    return isinstance(address, IPv6Address) and address.ipv4_mapped is not None


def _embedded(address: IPAddress) -> IPv4Address | None:
    """Return the IPv4 address that *address* leads to in the end, if it does."""
    if isinstance(address, IPv4Address):
        return None
    if address in _TEREDO:
        return IPv4Address(~int(address) & 0xFFFFFFFF)
    for network, shift in _EMBEDDING:
        if address in network:
            return IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
    return None
