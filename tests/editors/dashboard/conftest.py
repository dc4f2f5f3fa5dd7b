"""The people of the roles, and a site where everything waits for somebody."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from editors.accounts.roles import FUNDING_EXPERT
from editors.links.models import ExternalLink, LinkUse
from funding.models import ImportRecord
from tests.editors.accounts.conftest import (  # noqa: F401
    author,
    browser,
    chief,
    expert,
    person,
    site,
    translator,
)
from tests.factories import pages

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
TODAY = date(2026, 11, 24)
PUBLISHED = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def busy(site, person):  # noqa: F811
    """Adds ``number`` pages to each list."""

    def fill(number: int, sender=None) -> None:
        for _ in range(number):
            open_call = {"opens_on": date(2026, 10, 1), "verified_on": TODAY, "summary": "Una frase."}
            pages.sheet(site.funding, closes_on=TODAY + timedelta(days=3), **open_call)
            pages.sheet(site.funding, closes_on=TODAY - timedelta(days=3), results_awaited=True, **open_call)
            old = {**open_call, "verified_on": date(2026, 1, 1)}
            pages.sheet(site.funding, no_deadline=True, **old)
            imported(pages.sheet(site.funding, first_published_at=PUBLISHED, **open_call))
            article = pages.article(site.news)
            link = ExternalLink.objects.create(
                url=f"https://example.org/{article.pk}",
                status=404,
                broken=True,
                first_failed_at=NOW - timedelta(days=4),
            )
            LinkUse.objects.create(link=link, page=article)
            if sender:
                article.save_revision(user=sender, log_action=True)
                article.get_workflow().start(article, sender)

    return fill


def imported(sheet, **values):
    """Makes ``sheet`` one that an import has just changed; ``values`` are what the source says."""
    values = {"title": sheet.title, "code": "NUOVO", **values}
    for name, value in values.items():
        setattr(sheet, name, value)
    revision = sheet.save_revision()
    return ImportRecord.objects.create(
        source="incentivi",
        identifier=str(sheet.pk),
        page=sheet,
        revision=revision,
        values=values,
        fingerprint="x",
        imported_at=timezone.now() + timedelta(minutes=1),
    )


@pytest.fixture
def an_expert(person):  # noqa: F811
    return person(FUNDING_EXPERT)
