"""The finder's feed, as a part of its page."""

from wagtail.contrib.routable_page.models import path


class FeedPart:
    """Adds ``feed.rss`` beside the finder, under the same parameters."""

    @path("feed.rss/")
    def feed(self, request):
        """New sheets and what changed on the others."""
        # Imported late: the feed reads the models.
        from funding.finder.feed import feed

        return feed(self, request)
