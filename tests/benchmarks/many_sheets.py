"""Thousands of funding sheets at once, made from the closed lists: seeded, so that two runs are alike."""

import random
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.models import Organisation, PageTopic, Topic
from cms.vocabularies import (
    COMPONENTS,
    REGIONS,
)
from funding.models import FundingSheetPage
from tests.factories.pages import Tree, site_tree
from tests.funding.making import LISTS

from .many_pages import CHUNK, WORDS, insert

GRANTORS = 120


def make(number: int, seed: int = 1) -> Tree:
    """Sheets of every status around today, four in five of them with what a search asks for. The site's
    pages besides."""
    dice = random.Random(seed)
    tree = site_tree()
    bodies = Organisation.objects.bulk_create(
        Organisation(name=f"Agenzia {n}", slug=f"agenzia-{n}") for n in range(GRANTORS)
    )
    topics = [Topic.objects.create(locale=tree.locale, name=word, slug=word) for word in WORDS[:12]]
    parent = Page.objects.get(pk=tree.funding.pk)
    sheets = [_sheet(parent, n, dice, dice.choice(bodies)) for n in range(number)]
    with transaction.atomic():
        for start in range(0, number, CHUNK):
            insert(FundingSheetPage, sheets[start : start + CHUNK])
        Page.objects.filter(pk=parent.pk).update(numchild=number)
        links = [
            PageTopic(page_id=sheet.pk, topic=topic, locale=topic.locale, sort_order=order)
            for sheet in sheets
            for order, topic in enumerate(dice.sample(topics, 2))
        ]
        PageTopic.objects.bulk_create(links, batch_size=CHUNK)
    return tree


def _sheet(parent, number: int, dice: random.Random, grantor: Organisation) -> FundingSheetPage:
    now, words = timezone.now(), dice.choices(WORDS, k=40)
    sheet = FundingSheetPage(
        title=" ".join(words[:7]).capitalize(),
        slug=f"bando-{number}",
        summary=" ".join(words[7:]).capitalize(),
        body=[("text", f"<p>{' '.join(dice.choices(WORDS, k=120))}</p>")],
        grantor=grantor,
        locale=parent.locale,
        path=FundingSheetPage._get_path(parent.path, parent.depth + 1, number + 1),
        depth=parent.depth + 1,
        live=True,
        first_published_at=now,
        last_published_at=now,
        **_facts(dice),
    )
    sheet.set_url_path(parent)
    sheet.draft_title = sheet.title
    return sheet


def _facts(dice: random.Random) -> dict:
    opens = timezone.localdate() + timedelta(days=dice.randrange(-300, 40))
    component = dice.choice(COMPONENTS.codes) if dice.random() < 0.3 else ""
    national = dice.random() < 0.2
    return {
        "opens_on": opens,
        "closes_on": _closing(dice, opens),
        "no_deadline": False,
        "suspended": dice.random() < 0.02,
        "results_awaited": dice.random() < 0.3,
        "grant_max": Decimal(dice.randrange(1, 900) * 1000) if dice.random() < 0.7 else None,
        "whole_country": national,
        "regions": [] if national else _some(dice, REGIONS),
        "measure": f"{component}I{dice.randrange(1, 4)}.{dice.randrange(1, 6)}" if component else "",
        "component": component,
        "mission": component[:2],
        **{name: _some(dice, vocabulary) for name, vocabulary in LISTS.items()},
    }


def _closing(dice: random.Random, opens: date) -> date | None:
    return opens + timedelta(days=dice.randrange(20, 400)) if dice.random() < 0.85 else None


def _some(dice: random.Random, vocabulary) -> list[str]:
    chosen = set(dice.sample(vocabulary.codes, dice.randrange(0, min(5, len(vocabulary)))))
    return [code for code in vocabulary.codes if code in chosen]
