"""Who asks: the address of a visitor, behind as many proxies of ours as ``TRUSTED_PROXIES`` says."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# An IPv6 customer has at least a network of this size: its addresses are one sender.
IPV6_PREFIX = 64


def client_address(request: HttpRequest) -> str:
    """The visitor's address, or "" where there is none."""
    return _address_in(request.META)


def _address_in(environ: dict) -> str:
    """From a WSGI environment, which Django has as ``META``.

    Each proxy adds the address that it had the request from to the right of ``X-Forwarded-For``. What stands
    further to the left was written by strangers. A request that came past the proxies has its own address.
    """
    number = settings.TRUSTED_PROXIES
    told = [each.strip() for each in environ.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if number and len(told) >= number and (address := parsed(told[-number])):
        return str(address)
    address = parsed(environ.get("REMOTE_ADDR", ""))
    return str(address) if address else ""


def sender(request: HttpRequest) -> str:
    """What counts as one sender: an IPv4 address, or the network of an IPv6 address."""
    return sender_in(request.META)


def sender_in(environ: dict) -> str:
    """The same, before there is a request of Django's."""
    address = _address_in(environ)
    return str(ip_network(f"{address}/{IPV6_PREFIX}", strict=False)) if ":" in address else address


def parsed(text: str) -> IPv4Address | IPv6Address | None:
    """An address as proxies write it, also with a port or in brackets; IPv4 within IPv6 is IPv4."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
