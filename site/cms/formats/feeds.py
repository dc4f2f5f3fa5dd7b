"""RSS 2.0 feeds of lists of pages. A list says in ``feed_item`` what its items tell; a sheet's is in
``funding.catalogue.finder.feed``."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..addresses import absolute
from .plain_text import one_line

LENGTH = 30


@dataclass(frozen=True)
class FeedItem:
    """One entry. ``key`` never changes, whatever its address becomes, so that a reader knows it again."""

    key: str
    title: str
    url: str
    summary: str = ""
    published: date | datetime | None = None
    categories: tuple[str, ...] = ()


class Feed(Rss201rev2Feed):
    """The same content gives the same bytes: without dated items there is no build date."""

    content_type = "application/rss+xml; charset=utf-8"

    def add_root_elements(self, handler):
        if not any(item["pubdate"] for item in self.items):
            self.latest_post_date = lambda: datetime(2000, 1, 1, tzinfo=timezone.get_default_timezone())
        super().add_root_elements(handler)


def feed_response(
    request: HttpRequest, title: str, description: str, url: str, items: Iterable[FeedItem]
) -> HttpResponse:
    """A feed of the first ``LENGTH`` of ``items`` in the language being spoken; all addresses whole. Where
    there are more the feed says so."""
    items = list(islice(items, LENGTH + 1))
    if len(items) > LENGTH:
        more = _("The %(count)d newest entries; the list on the site has more.") % {"count": LENGTH}
        description = f"{description or title} {more}"
    feed = Feed(
        title=_speakable(title),
        link=absolute(url),
        description=_speakable(description or title),
        language=get_language(),
        feed_url=absolute(request.get_full_path()),
    )
    for item in items[:LENGTH]:
        feed.add_item(
            title=_speakable(item.title),
            link=absolute(item.url),
            description=_as_html(item.summary),
            pubdate=_moment(item.published),
            unique_id=item.key,
            unique_id_is_permalink=False,
            categories=tuple(_speakable(category) for category in item.categories),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=Feed.content_type)


def page_item(page, published: date | datetime | None = None, summary: str = "") -> FeedItem:
    """The entry of a page: dated by ``published`` or by the day on which it appeared here."""
    return FeedItem(
        key=f"{page.translation_key}-{page.locale.language_code}",
        title=page.title,
        url=page.url,
        summary=summary or page.summary,
        published=published or page.first_published_at,
        categories=(page.card_label,) if page.card_label else (),
    )


def _speakable(text: str) -> str:
    """On one line, without what XML cannot hold at all, escaped or not."""
    return one_line(text).translate({0xFFFE: None, 0xFFFF: None})


def _as_html(text: str) -> str:
    """The description of an item is HTML to a reader (RSS 2.0), so that a text must be escaped once more."""
    return escape(_speakable(text), quote=False)


def _moment(day: date | datetime | None) -> datetime | None:
    if day is None or isinstance(day, datetime):
        return day
    return timezone.make_aware(datetime.combine(day, time.min))
