"""What news, events and projects add to the admin."""

from wagtail import hooks

from .listings import ArticleListing, EventListing, ProjectListing


@hooks.register("register_admin_viewset")
def register_listings():
    return [ArticleListing("news_articles"), EventListing("news_events"), ProjectListing("news_projects")]
