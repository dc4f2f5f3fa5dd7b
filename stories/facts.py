"""The facts and the words of a story."""

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.rich_text import get_text_for_indexing

from cms.presentation import Fact
from cms.vocabularies import REGIONS, SECTORS


def of_story(story) -> list[Fact]:
    """Who the cooperative is, from the list of organisations."""
    body = story.public_organisation
    if body is None:
        return []
    region = REGIONS.label(body.region) if body.region else ""
    lines = [
        Fact(_("Cooperative"), (body.name,), url=body.website),
        Fact(_("Place"), tuple(dict.fromkeys(text for text in (body.place, region) if text))),
        Fact(_("Sector"), (SECTORS.label(body.sector),) if body.sector else ()),
        Fact(_("Since"), (str(body.since),) if body.since else ()),
    ]
    return [fact for fact in lines if fact.values]


def searchable(story) -> str:
    """What the search finds a story by, beside its words."""
    body = story.public_organisation
    if body is None:
        return ""
    labels = [value for fact in of_story(story) for value in fact.values]
    return "\n".join(dict.fromkeys([text for text in (body.name, body.short_name, *labels) if text]))


def words_of(story) -> str:
    """The words of the story's own fields, without markup."""
    texts = [get_text_for_indexing(text) for text in (story.challenge, story.solution, story.results) if text]
    if story.key_figures:
        texts += story.key_figures.stream_block.get_searchable_content(story.key_figures)
    texts += [story.quotation, story.quotation_name]
    return "\n".join(strip_tags(text) for text in texts if text)
