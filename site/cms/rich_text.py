"""Links in running text."""

from wagtail.rich_text.pages import PageLinkHandler


class LivePageLinkHandler(PageLinkHandler):
    """A page that is not live is as if it were not there: the words stay, without its address. A private page
    stays linked: whoever wrote the link meant those who may open it.
    """

    @classmethod
    def get_many(cls, attrs_list):
        return [page if page and page.live else None for page in super().get_many(attrs_list)]
