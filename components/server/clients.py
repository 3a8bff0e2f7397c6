"""Which client a request or websocket comes from: the unit that limits are counted by."""

from __future__ import annotations

from ipaddress import IPv6Address, IPv6Network, ip_address

from starlette.types import Scope

# One subscriber is commonly given a whole network of this size, so its addresses count as one.
IPV6_PREFIX = 64
UNKNOWN = "unknown"


def identify_client(scope: Scope) -> str:
    """The client of an ASGI scope: an IPv4 address, or an IPv6 network of 64 bits.

    Uvicorn has put the address that a trusted proxy names in place of the proxy's own; which
    proxies are trusted is its variable `FORWARDED_ALLOW_IPS` (by default this machine alone).
    """
    client = scope.get("client")
    if not client:
        return UNKNOWN
    try:
        address = ip_address(client[0].split("%")[0])
    except ValueError:
        return UNKNOWN
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(IPv6Network((address, IPV6_PREFIX), strict=False))
    return str(address)
