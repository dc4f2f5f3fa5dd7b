"""What the list of stories shows, in a number of queries that does not grow."""

from django.db.models import F, QuerySet
from wagtail.models import Page

from cms.sorting import by_name

from .models.story import StoryPage


def stories(index: Page) -> QuerySet[StoryPage]:
    """The live stories below ``index``, the newest first."""
    newest = F("first_published_at").desc(nulls_last=True)
    return StoryPage.card_queryset().visible().child_of(index).order_by(newest, by_name("title"))
