"""Other calls that a reader of a sheet may want to know: computed, never entered."""

from collections import defaultdict
from datetime import date, datetime

from django.utils import timezone

from cms.models import PageTopic
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.query import Case, Has, SearchQuery, Sort

from ..domain.similarity import MIN_SCORE, WEIGHTS, likeness
from ..domain.status import CAN_APPLY, Status
from ..models.editions import edition_keys
from ..models.queries import sheets_by_id
from ..presentation.closing_threshold import closing_days
from .facets import facets_of
from .status_filters import status_cases

MAX_SHEETS = 4
CANDIDATES = 50
WORTH_READING = (Status.FORTHCOMING, *CAN_APPLY)
# Any of these pairs makes a candidate; the first ones are looked at before the others.
PAIRS = (
    ("topic", "beneficiary"),
    ("purpose", "sector"),
    ("purpose", "beneficiary"),
    ("sector", "beneficiary"),
    ("purpose", "region"),
    ("grantor", "beneficiary"),
)


def similar_sheets(sheet) -> list:
    """At most four live sheets, those that can be applied for before others, the more alike before the less,
    shown by deadline; without editions of the same call. One question to the search, two to the database."""
    codes = _codes(sheet, [link.topic.slug for link in sheet.topic_links.all()])
    pages = sheets_by_id(_candidates(sheet, codes, timezone.now()))
    topics = _topics(pages)
    known = edition_keys(sheet)
    ranked = []
    for page in pages:
        score = likeness(codes, _codes(page, topics[page.pk]))
        if score >= MIN_SCORE and page.translation_key not in known:
            ranked.append((page.status not in CAN_APPLY, -round(score, 6), page.title, page.pk, page))
    best = [page for *_rank, page in sorted(ranked, key=lambda rank: rank[:-1])[:MAX_SHEETS]]
    return sorted(best, key=_by_deadline)


def _by_deadline(page) -> tuple:
    """What can be applied for first, by its last day, without one last; on one day the more alike first."""
    return page.status not in CAN_APPLY, page.key_date is None, page.key_date or date.max


def _candidates(sheet, codes, now: datetime) -> list[int]:
    groups = {pair: tuple(Has(name, tuple(sorted(codes[name]))) for name in pair) for pair in PAIRS}
    cases, before = [], []
    for pair, group in groups.items():
        if all(codes[name] for name in pair):
            cases.append(Case("-".join(pair), (group,), none_of=tuple(before)))
            before.append(group)
    if not cases:
        return []
    query = SearchQuery(
        language=sheet.locale.language_code,
        filters={
            "type": ("funding",),
            "alike": tuple(case.value for case in cases),
            "status": tuple(status.value for status in WORTH_READING),
        },
        cases={"alike": tuple(cases), "status": status_cases(now, closing_days())},
        sort=Sort.DEADLINE,
        tiers="alike",
        per=CANDIDATES,
        extracts=False,
        now=now,
    )
    try:
        return [hit.page_id for hit in get_engine().search(query).hits]
    except EngineUnavailable:
        return []


def _codes(sheet, topics: list[str]) -> dict[str, frozenset]:
    known = facets_of(sheet) | {"topic": tuple(topics)}
    return {name: frozenset(known[name]) for name in WEIGHTS}


def _topics(pages: list) -> defaultdict[int, list[str]]:
    found = defaultdict(list)
    links = (
        PageTopic.objects.filter(page__in=[page.pk for page in pages]) if pages else PageTopic.objects.none()
    )
    for page_id, slug in links.values_list("page_id", "topic__slug"):
        found[page_id].append(slug)
    return found
