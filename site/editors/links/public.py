"""Which IP addresses belong to the public internet; pure but for one setting of the tests."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings

NAT64 = IPv6Network("64:ff9b::/96")
# What is given out for use between networks. Outside it are the private, local and special addresses.
GLOBAL_UNICAST = IPv6Network("2000::/3")
SPECIAL = (IPv6Network("3fff::/20"),)  # for documentation; Python 3.11 does not know it


def is_public(address: str) -> bool:
    """Whether a numeric address, as ``getaddrinfo`` gives it, may be asked."""
    ip = _destination(ip_address(address))
    if ip.is_loopback:
        return settings.LINK_CHECK_LOOPBACK
    if isinstance(ip, IPv6Address) and (
        ip.scope_id or ip not in GLOBAL_UNICAST or any(ip in network for network in SPECIAL)
    ):
        return False
    return ip.is_global and not ip.is_multicast


def _destination(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address leads to, where it carries one. Teredo is never global."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip in NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
