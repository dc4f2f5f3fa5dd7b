"""Whose address counts: the one that our own proxies have added, however many they are."""

import pytest
from django.test import RequestFactory

from delivery.client_address import client_address, sender

FORGED = "203.0.113.1, 198.51.100.2, 192.0.2.7"


def asked(proxies, forwarded=None, remote="10.0.0.1"):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=remote, **headers)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, FORGED, "10.0.0.1"),
        (1, FORGED, "192.0.2.7"),
        (2, FORGED, "198.51.100.2"),
        (1, None, "10.0.0.1"),
        (4, FORGED, "10.0.0.1"),  # it came past a proxy
        (1, "nonsense", "10.0.0.1"),
        (1, "203.0.113.1,", "10.0.0.1"),
        (1, "192.0.2.7:5123", "192.0.2.7"),
        (1, "[2001:db8::1]:443", "2001:db8::1"),
        (1, "::ffff:192.0.2.7", "192.0.2.7"),
        (1, "fe80::1%eth0", "fe80::1"),
    ],
)
def test_the_address_is_taken_from_the_right_by_the_number_of_proxies(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    assert client_address(asked(proxies, forwarded)) == address


def test_a_socket_without_an_address_is_nobody():
    assert sender(asked(0, remote="")) == ""


def test_one_network_of_ipv6_is_one_sender(settings):
    settings.TRUSTED_PROXIES = 1
    same = {sender(asked(1, f"2001:db8:1:2::{number}")) for number in range(5)}
    assert same == {"2001:db8:1:2::/64"}
    assert sender(asked(1, "2001:db8:1:3::1")) not in same
