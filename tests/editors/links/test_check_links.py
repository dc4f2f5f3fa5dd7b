"""manage.py check_links, and the list of what it finds."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse

from editors.links.models import ExternalLink, LinkUse
from tests.editors.accounts.conftest import author, browser, expert, person, site  # noqa: F401
from tests.factories import pages

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def run(at=NOW, **options) -> None:
    with time_machine.travel(at, tick=True):
        call_command("check_links", delay=0, **options)


@pytest.fixture
def sheet(site, web):  # noqa: F811
    web.pages["/bene"] = 200
    return pages.sheet(
        site.funding, official_page=f"{web.address}/bene", application_link=f"{web.address}/sparita"
    )


def link(web, path) -> ExternalLink:
    return ExternalLink.objects.get(url=web.address + path)


def test_what_is_found_is_written_down_with_its_pages(sheet, web, capsys):
    run()
    assert (link(web, "/bene").status, link(web, "/bene").broken) == (200, False)
    gone = link(web, "/sparita")
    assert (gone.status, gone.broken) == (404, True)
    assert gone.first_failed_at.date() == NOW.date()
    assert list(gone.uses.values_list("page", flat=True)) == [sheet.pk]
    assert "2 links checked, 1 of them broken." in capsys.readouterr().out


def test_a_stumble_is_no_broken_link_until_the_second_day(sheet, web):
    web.pages["/bene"] = 500
    run()
    assert not link(web, "/bene").broken
    run(NOW + timedelta(days=1))
    assert link(web, "/bene").broken
    assert link(web, "/bene").first_failed_at.date() == NOW.date()
    web.pages["/bene"] = 200
    run(NOW + timedelta(days=2))
    assert (link(web, "/bene").broken, link(web, "/bene").first_failed_at) == (False, None)


def test_what_was_checked_lately_is_left_for_the_next_time(sheet, web):
    run(limit=1)
    run(NOW + timedelta(hours=1))
    heads = [path for method, path in web.asked if method == "HEAD"]
    assert sorted(heads) == ["/bene", "/sparita"]


def test_a_link_that_is_taken_out_is_forgotten(sheet, web):
    run()
    sheet.application_link = ""
    sheet.save()
    run(NOW + timedelta(days=1))
    assert not ExternalLink.objects.filter(url=f"{web.address}/sparita").exists()
    assert LinkUse.objects.count() == 1


def test_the_report_tells_page_address_reason_and_since_when(expert, author, sheet, web):  # noqa: F811
    run()
    html = expert.get(reverse("report_broken-links")).content.decode()
    for text in (sheet.title, f"{web.address}/sparita", "the page is gone (404)"):
        assert text in html
    assert f"{web.address}/bene" not in html
    assert "/sparita" not in author.get(reverse("report_broken-links")).content.decode()


def test_a_broken_link_never_stands_in_the_way_of_publishing(sheet, web):
    run()
    sheet.save_revision().publish()
    assert type(sheet).objects.get(pk=sheet.pk).live


@pytest.mark.parametrize("options", [{"delay": -1}, {"limit": 0}, {"hours": -2}])
def test_senseless_options_are_refused(options):
    with pytest.raises(CommandError):
        call_command("check_links", **options)
