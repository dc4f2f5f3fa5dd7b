from .story import StoryIndexPage, StoryPage

__all__ = ["StoryIndexPage", "StoryPage"]
