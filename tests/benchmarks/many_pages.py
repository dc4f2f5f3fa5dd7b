"""Thousands of articles at once: the rows that Wagtail would write, without saving page by page."""

import random
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models.sql import InsertQuery
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from cms.models import PageTopic, Topic
from news.models import ArticlePage
from tests.factories.pages import site_tree

CHUNK = 500
_WORDS = """
    innovazione museo università bando restauro archivio teatro cinema musica festival libro biblioteca
    digitale impresa creatività patrimonio turismo territorio giovani formazione lavoro energia ambiente
    fondo contributo progetto rete laboratorio comunità servizio pubblico regione comune fondazione
"""
WORDS = _WORDS.split()
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "tra", "sti")


def make(number: int) -> None:
    """Articles of some hundred words each; nine in ten speak of cooperation."""
    dice = random.Random(1)
    tree = site_tree()
    topics = [
        Topic.objects.create(locale=tree.locale, name=word.capitalize(), slug=word) for word in WORDS[:12]
    ]
    vocabulary = WORDS + ["".join(dice.choices(SYLLABLES, k=3)) for _ in range(3000)]
    weights = [1 / rank for rank in range(3, len(vocabulary) + 3)]
    parent = Page.objects.get(pk=tree.news.pk)
    articles = [_article(parent, n, dice, vocabulary, weights) for n in range(number)]
    with transaction.atomic():
        for start in range(0, number, CHUNK):
            insert(ArticlePage, articles[start : start + CHUNK])
        Page.objects.filter(pk=parent.pk).update(numchild=number)
        _link(articles, topics, dice)


def _article(parent, number, dice, vocabulary, weights) -> ArticlePage:
    words = dice.choices(vocabulary, weights, k=160)
    if dice.random() < 0.9:
        words[dice.randrange(20, 160)] = "cooperazione"
    now = timezone.now()
    article = ArticlePage(
        title=" ".join(words[:6]).capitalize(),
        slug=f"articolo-{number}",
        summary=" ".join(words[6:20]),
        body=[("text", f"<p>{' '.join(words[20:])}</p>")],
        day=date(2020, 1, 1) + timedelta(days=dice.randrange(2000)),
        locale=parent.locale,
        path=ArticlePage._get_path(parent.path, parent.depth + 1, number + 1),
        depth=parent.depth + 1,
        live=True,
        first_published_at=now,
        last_published_at=now,
    )
    article.set_url_path(parent)
    article.draft_title = article.title
    return article


def insert(model: type[Page], pages: list[Page]) -> None:
    """First the rows of all pages, then those of the model."""
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in names}) for page in pages]
    for row, page in zip(Page.objects.bulk_create(rows), pages, strict=True):
        page.pk = page.page_ptr_id = page.id = row.pk
    query = InsertQuery(model)
    query.insert_values(model._meta.local_concrete_fields, pages)
    query.get_compiler(connection=connection).execute_sql()


def _link(articles, topics, dice) -> None:
    PageTopic.objects.bulk_create(
        [
            PageTopic(page_id=article.pk, topic=topic, locale=topic.locale)
            for article in articles
            for topic in dice.sample(topics, 2)
        ],
        batch_size=CHUNK,
    )


def index_for_wagtail(model: type[Page] = ArticlePage) -> None:
    """What `manage.py update_index` does for pages of one kind."""
    index = get_search_backend().get_index_for_model(model)
    for start in range(0, model.objects.count(), CHUNK):
        index.add_items(model, list(model.objects.order_by("pk")[start : start + CHUNK]))
