from .index import StoryIndexPage
from .story import StoryPage

__all__ = ["StoryIndexPage", "StoryPage"]
