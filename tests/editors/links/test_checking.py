"""How addresses are asked for: politely, and never where nobody should look."""

import itertools
from urllib.robotparser import RobotFileParser

import pytest

from editors.links.checking import MAX_REDIRECTS, LinkChecker
from editors.links.results import LOOP, NONSENSE, ROBOTS, UNREACHABLE, LinkCheck


def look(web, path: str) -> LinkCheck:
    return LinkChecker(0).check(web.address + path)


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
    checker = LinkChecker(0)
    assert checker.check(f"{web.address}/chiuso/a") == LinkCheck(problem=ROBOTS)
    assert checker.check(f"{web.address}/aperto") == LinkCheck(200)
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
    outcomes = dict(LinkChecker(0).check_all(f"{web.address}/{n}" for n in range(6)))
    assert len(outcomes) == 6
    assert web.together == 1


def test_a_pause_lies_between_two_requests_to_a_server(web):
    web.pages |= {f"/{n}": 200 for n in range(3)}
    list(LinkChecker(0.05).check_all(f"{web.address}/{n}" for n in range(3)))
    pauses = [later - earlier for earlier, later in itertools.pairwise(web.moments)]
    assert len(pauses) == 3
    assert min(pauses) >= 0.045


def test_a_server_may_ask_for_a_longer_pause():
    checker = LinkChecker(1)
    rules = checker._rules["example.org"] = RobotFileParser()
    rules.parse(["User-agent: *", "Crawl-delay: 7"])
    assert checker._delay_for("example.org") == 7
    rules.parse(["User-agent: IntreccioLinkCheck", "Crawl-delay: 7000"])
    assert checker._delay_for("example.org") == 30


def test_servers_take_turns(web):
    urls = [f"{web.address}/{n}" for n in range(3)]
    other = "http://127.0.0.1:9/"
    assert [url for url, _outcome in LinkChecker(0).check_all([*urls, other])] == [urls[0], other, *urls[1:]]


def test_nobody_there_is_told(settings):
    settings.LINK_CHECK_LOOPBACK = True
    assert LinkChecker(0).check("http://127.0.0.1:9/").problem == UNREACHABLE


@pytest.mark.parametrize("address", ["http://127.0.0.1:99999/", "http://[broken/", "http://exa mple/"])
def test_a_hopeless_address_is_told_and_stops_nothing(web, address):
    web.pages["/da"] = 200
    outcomes = dict(LinkChecker(0).check_all([address, f"{web.address}/da"]))
    assert outcomes[f"{web.address}/da"] == LinkCheck(200)
    assert outcomes[address].failed
