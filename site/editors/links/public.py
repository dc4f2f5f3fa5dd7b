"""Which addresses belong to the public network, by the special-purpose registries of IANA.

Not Python's ``is_global``: what it says differs by version, and it does not look into IPv6 addresses for the
IPv4 address that they lead to.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings

_NOT_PUBLIC = [
    ip_network(each)
    for each in [
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    ]
]
# All that is given out to the public lies in 2000::/3; these parts of it are not.
_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = [ip_network(each) for each in ["2001::/23", "2001:db8::/32", "3fff::/20"]]
_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64
_ISATAP = {b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe"}


def is_public(address: str) -> bool:
    """Whether a numeric address, as ``getaddrinfo`` gives it, may be asked by a program of ours."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address) and ip.scope_id:
        return False
    return _is_public(ip)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether ``address`` is, and the IPv4 address that it leads to, where it does."""
    if address.is_loopback:
        return settings.LINK_CHECK_LOOPBACK  # on in tests only
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC)
    if (held := _held(address)) is not None:
        return _is_public(held)
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def _held(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that is reached through ``address``: mapped, compatible, 6to4, NAT64, ISATAP."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    last = IPv4Address(address.packed[12:])
    compatible = address.packed[:12] == bytes(12) and int(address) > 1
    if compatible or address in _TRANSLATED or address.packed[8:12] in _ISATAP:
        return last
    return None
