"""Writes down which pages have which links, and what came of checking them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from .extract import links_by_page
from .models import ExternalLink, LinkUse
from .results import LinkCheck, failing_since, is_broken

BATCH = 500


@transaction.atomic
def sync_links() -> None:
    """Bring links and their uses up to date with the live pages; what is linked no more is forgotten."""
    wanted = {(page, url) for page, urls in links_by_page() for url in urls}
    urls = {url for _page, url in wanted}
    ExternalLink.objects.bulk_create(
        (ExternalLink(url=url) for url in sorted(urls)), ignore_conflicts=True, batch_size=BATCH
    )
    numbers = dict(ExternalLink.objects.values_list("url", "pk"))
    uses = {(page, numbers[url]) for page, url in wanted}
    known = {(page, link): pk for pk, page, link in LinkUse.objects.values_list("pk", "page", "link")}
    _delete(LinkUse, [pk for use, pk in known.items() if use not in uses])
    _delete(ExternalLink, [pk for url, pk in numbers.items() if url not in urls])
    LinkUse.objects.bulk_create(
        (LinkUse(page_id=page, link_id=link) for page, link in sorted(uses - known.keys())),
        batch_size=BATCH,
    )


def due(now: datetime, hours: float) -> list[str]:
    """Addresses that were not checked in the last ``hours``, the longest ago first."""
    old = Q(checked_at=None) | Q(checked_at__lte=now - timedelta(hours=hours))
    links = ExternalLink.objects.filter(old).order_by(F("checked_at").asc(nulls_first=True), "url")
    return list(links.values_list("url", flat=True))


def note(url: str, outcome: LinkCheck, now: datetime) -> bool:
    """Keep what a check said; whether the link now counts as broken."""
    link = ExternalLink.objects.get(url=url)
    link.checked_at = now
    link.first_failed_at = failing_since(link.first_failed_at, outcome, now)
    # A broken link stays one until it has answered: why is what it said last about itself.
    if outcome.conclusive or link.first_failed_at is None:
        link.broken = is_broken(link.first_failed_at, outcome, now)
        link.status, link.problem, link.redirects = outcome.status, outcome.problem, outcome.redirects
    link.save()
    return link.broken


def _delete(model, numbers: list[int]) -> None:
    for start in range(0, len(numbers), BATCH):
        model.objects.filter(pk__in=numbers[start : start + BATCH]).delete()
