"""What the stories add to the admin."""

from wagtail import hooks

from .listings import StoryListing


@hooks.register("register_admin_viewset")
def register_stories():
    return StoryListing("stories_stories")
