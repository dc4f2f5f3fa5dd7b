"""No program of ours asks a private network, in whichever form its address is written."""

from ipaddress import ip_address

import pytest

from editors.links.public import is_public


@pytest.fixture(autouse=True)
def outside_of_tests(settings):
    settings.LINK_CHECK_LOOPBACK = False


PRIVATE_4 = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.31.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
]
PRIVATE_6 = [
    "::",
    "::1",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "100::1",
    "2001:db8::1",
    "2001::1",
    "2001:2::1",
    "2001:10::1",
    "5f00::1",
    "64:ff9b:1::7f00:1",
    "3fff::1",
    "4000::1",
]


def six(text: str, form: str) -> str:
    number = f"{int(ip_address(text)):08x}"
    return form.format(f"{number[:4]}:{number[4:]}")


FORMS = ("::ffff:{}", "::{}", "2002:{}::", "64:ff9b::{}", "2a00:1450::5efe:{}", "2a00:1450::200:5efe:{}")


@pytest.mark.parametrize("address", PRIVATE_4 + PRIVATE_6)
def test_it_is_not_asked(address):
    assert not is_public(address)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("address", [each for each in PRIVATE_4 if each != "0.0.0.0"])
def test_nor_within_ipv6(address, form):
    assert not is_public(six(address, form))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2a00:1450:4002::1", "2606:4700::1111"])
def test_public_ones_are(address):
    assert is_public(address)


@pytest.mark.parametrize("form", FORMS)
def test_public_ones_within_ipv6_are(form):
    assert is_public(six("93.184.216.34", form))
