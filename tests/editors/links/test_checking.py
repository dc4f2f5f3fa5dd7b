"""How addresses are asked for: politely, and never where nobody should look."""

import itertools
from urllib.robotparser import RobotFileParser

import pytest

from editors.links.checking import MAX_REDIRECTS, check, check_all
from editors.links.fetch import FetchError, ask
from editors.links.rate_limit import RateLimit
from editors.links.results import LOOP, NONSENSE, PRIVATE, ROBOTS, UNKNOWN_HOST, UNREACHABLE, LinkCheck


def look(web, path: str) -> LinkCheck:
    return check(web.address + path, RateLimit(0))


def test_a_page_that_is_there_is_asked_for_by_head_only(web):
    web.pages["/da"] = 200
    assert look(web, "/da") == LinkCheck(200)
    assert web.asked == [("GET", "/robots.txt"), ("HEAD", "/da")]


def test_a_server_that_knows_no_head_is_asked_again(web):
    web.pages["/da"] = 200
    web.no_head.add("/da")
    assert look(web, "/da") == LinkCheck(200)
    assert ("GET", "/da") in web.asked


def test_it_says_who_it_is(web, settings):
    settings.BASE_URL = "https://www.example.org"
    look(web, "/da")
    assert web.agents == {"IntreccioLinkCheck/1.0 (+https://www.example.org)"}


def test_redirects_are_followed_and_counted(web):
    web.pages |= {"/a": (301, "/b"), "/b": (302, f"{web.address}/c"), "/c": 200}
    assert look(web, "/a") == LinkCheck(200, redirects=2)


def test_a_circle_ends(web):
    web.pages["/a"] = (302, "/a")
    assert look(web, "/a") == LinkCheck(problem=LOOP, redirects=MAX_REDIRECTS)
    assert web.count()[("HEAD", "/a")] == MAX_REDIRECTS + 1


def test_nobody_is_sent_on_to_another_protocol(web):
    web.pages["/a"] = (302, "file:///etc/passwd")
    assert look(web, "/a").problem == NONSENSE


def test_robots_txt_is_read_once_and_respected(web):
    web.robots = "User-agent: *\nDisallow: /chiuso/\n"
    web.pages |= {"/chiuso/a": 200, "/aperto": 200}
    manners = RateLimit(0)
    assert check(f"{web.address}/chiuso/a", manners) == LinkCheck(problem=ROBOTS)
    assert check(f"{web.address}/aperto", manners) == LinkCheck(200)
    assert web.asked == [("GET", "/robots.txt"), ("HEAD", "/aperto")]


def test_robots_txt_holds_after_a_redirect_too(web):
    web.robots = "User-agent: IntreccioLinkCheck\nDisallow: /chiuso\n"
    web.pages |= {"/a": (301, "/chiuso")}
    assert look(web, "/a").problem == ROBOTS


def test_a_server_that_cannot_tell_its_rules_is_left_alone(web):
    web.robots_status = 503
    assert look(web, "/a").problem == ROBOTS


def test_no_server_is_asked_twice_at_once(web):
    web.slowness = 0.01
    web.pages |= {f"/{n}": 200 for n in range(6)}
    outcomes = {}
    check_all([f"{web.address}/{n}" for n in range(6)], outcomes.__setitem__, workers=4, delay=0)
    assert len(outcomes) == 6
    assert web.together == 1


def test_a_pause_lies_between_two_requests_to_a_server(web):
    web.pages |= {f"/{n}": 200 for n in range(3)}
    check_all([f"{web.address}/{n}" for n in range(3)], lambda *args: None, workers=4, delay=0.05)
    pauses = [later - earlier for earlier, later in itertools.pairwise(web.moments)]
    assert len(pauses) == 3
    assert min(pauses) >= 0.045


def test_a_server_may_ask_for_a_longer_pause():
    manners = RateLimit(1)
    rules = manners._rules["example.org"] = RobotFileParser()
    rules.parse(["User-agent: *", "Crawl-delay: 7"])
    assert manners._delay_for("example.org") == 7
    rules.parse(["User-agent: IntreccioLinkCheck", "Crawl-delay: 7000"])
    assert manners._delay_for("example.org") == 30


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "[::1]",
        "[::ffff:10.0.0.1]",
        "[fe80::1]",
        "[fd00::1]",
        "224.0.0.1",
        "localhost",
        "2130706433",
    ],
)
def test_private_networks_are_never_asked(settings, host):
    settings.LINK_CHECK_LOOPBACK = False
    with pytest.raises(FetchError) as refusal:
        ask(f"http://{host}/")
    assert refusal.value.problem in (PRIVATE, UNKNOWN_HOST)


def test_a_redirect_into_a_private_network_is_not_followed(web):
    web.pages["/a"] = (302, "http://192.168.1.1/admin")
    assert look(web, "/a").problem == PRIVATE


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(web, monkeypatch):
    asked = []

    def resolve(host, port, *args, **options):
        asked.append(host)
        moved = len(asked) > 1 and host == "example.test"
        return [(2, 1, 6, "", ("10.0.0.1" if moved else "127.0.0.1", port))]

    web.pages["/a"] = 200
    monkeypatch.setattr("socket.getaddrinfo", resolve)
    port = web.address.rpartition(":")[2]
    assert ask(f"http://example.test:{port}/a").status == 200
    assert asked[0] == "example.test"
    assert "example.test" not in asked[1:]


def test_nobody_there_is_told(settings):
    settings.LINK_CHECK_LOOPBACK = True
    assert check("http://127.0.0.1:9/", RateLimit(0)).problem == UNREACHABLE


@pytest.mark.parametrize("address", ["http://127.0.0.1:99999/", "http://[broken/", "http://exa mple/"])
def test_a_hopeless_address_is_told_and_stops_nothing(web, address):
    web.pages["/da"] = 200
    outcomes = {}
    check_all([address, f"{web.address}/da"], outcomes.__setitem__, workers=2, delay=0)
    assert outcomes[f"{web.address}/da"] == LinkCheck(200)
    assert outcomes[address].failed
