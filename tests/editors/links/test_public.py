"""Which addresses are asked at all: those of the public internet, however they are written."""

import pytest

from editors.links.checking import LinkChecker
from editors.links.fetch import FetchError, fetch
from editors.links.public import is_public
from editors.links.results import NONSENSE, PRIVATE, UNKNOWN_HOST


@pytest.fixture(autouse=True)
def nobody_is_connected_to(monkeypatch, settings):
    settings.LINK_CHECK_LOOPBACK = False

    def connect(*args):
        raise AssertionError("connected")

    monkeypatch.setattr("editors.links.fetch._Socket.connect", connect)


@pytest.mark.parametrize(
    "host",
    [
        # IPv4: private, shared, link local, this network, documentation, broadcast, several at once
        *("127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "0.0.0.0", "198.18.0.1", "203.0.113.5", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        # the same in other notations
        *("2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "127.1", "0", "127.0.0.1."),
        # and in other characters: fullwidth digits, circled digits, an ideographic full stop
        *("１２７.0.0.1", "①②⑦.⓪.⓪.①", "127。0。0。1"),
        # names of this machine, with what nobody sees in them
        *("localhost", "LOCALHOST", "localhost.", "local\u200bhost", "lo\u00adcalhost", "local\u2060host"),
        # IPv6: loopback, unspecified, link local (scoped too), unique local, site local, several at once
        *("[::1]", "[::]", "[fe80::1]", "[fe80::1%25lo]", "[fe80::1%251]", "[fd00::1]", "[fc00::1]"),
        *("[fec0::1]", "[ff02::1]", "[0:0:0:0:0:0:0:1]"),
        # documentation, discarded, segment routing
        *("[2001:db8::1]", "[3fff::1]", "[100::1]", "[5f00::1]"),
        # IPv4 within IPv6: mapped, compatible, translated, 6to4, NAT64 (well known and local), Teredo
        *(
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:10.0.0.1]",
            "[::127.0.0.1]",
            "[::ffff:0:127.0.0.1]",
        ),
        *("[2002:7f00:1::]", "[2002:a00:1::1]", "[64:ff9b::7f00:1]", "[64:ff9b::10.0.0.1]"),
        *("[64:ff9b:1::808:808]", "[2001:0:808:808::f7f7:f7f7]"),
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_private_networks_are_never_asked(host, scheme):
    with pytest.raises(FetchError) as refusal:
        fetch(f"{scheme}://{host}/", "HEAD", 5)
    assert refusal.value.problem in (PRIVATE, UNKNOWN_HOST, NONSENSE)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2001:4860:4860::8888", "2620:4f:8000::1", "64:ff9b::808:808", "2002:808:808::1"],
)
def test_public_addresses_are(address):
    assert is_public(address)


@pytest.mark.parametrize("address", ["::1%lo", "2001:4860:4860::8888%1"])
def test_an_address_of_one_interface_is_not_public(address):
    assert not is_public(address)


def test_the_tests_own_setting_opens_this_machine_only(settings):
    settings.LINK_CHECK_LOOPBACK = True
    assert is_public("127.0.0.1") and is_public("::ffff:127.0.0.1")
    assert not any(map(is_public, ["10.0.0.1", "169.254.169.254", "fe80::1", "::ffff:10.0.0.1", "0.0.0.0"]))


def test_one_private_address_among_public_ones_is_enough(monkeypatch):
    found = [(2, 1, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **options: found)
    with pytest.raises(FetchError) as refusal:
        fetch("http://example.test/", "HEAD", 5)
    assert refusal.value.problem == PRIVATE


@pytest.mark.parametrize(
    "target",
    [
        *("http://192.168.1.1/admin", "//10.0.0.1/", "http://[::ffff:10.0.0.1]/", "http://[2002:a00:1::1]/"),
        *("http://0xa9fea9fe/latest/meta-data/", "https://[64:ff9b::a9fe:a9fe]/", "http://[fe80::1%25lo]/"),
    ],
)
def test_a_redirect_into_a_private_network_is_not_followed(web, monkeypatch, target):
    monkeypatch.undo()
    web.pages |= {"/a": (302, "/b"), "/b": (302, target)}
    outcome = LinkChecker(0).check(f"{web.address}/a")
    assert (outcome.problem, outcome.redirects) == (PRIVATE, 2)


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(web, monkeypatch):
    monkeypatch.undo()
    asked = []

    def resolve(host, port, *args, **options):
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if len(asked) == 1 else "10.0.0.1", port))]

    web.pages["/a"] = 200
    monkeypatch.setattr("socket.getaddrinfo", resolve)
    port = web.address.rpartition(":")[2]
    assert fetch(f"http://example.test:{port}/a", "HEAD", 5).status == 200
    assert asked == ["example.test"]


def test_the_next_address_of_a_name_is_tried_where_the_first_does_not_answer(web, monkeypatch):
    monkeypatch.undo()
    port = int(web.address.rpartition(":")[2])
    found = [(2, 1, 6, "", ("127.0.0.1", place)) for place in (9, port)]
    monkeypatch.setattr("socket.getaddrinfo", lambda *args, **options: found)
    web.pages["/a"] = 200
    assert fetch("http://example.test/a", "HEAD", 5).status == 200


def test_a_refusal_makes_no_socket(monkeypatch):
    made = []
    monkeypatch.setattr("editors.links.fetch._Socket", lambda *args: made.append(args))
    with pytest.raises(FetchError):
        fetch("http://127.0.0.1/", "HEAD", 5)
    assert not made
