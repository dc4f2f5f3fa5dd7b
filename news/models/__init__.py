from .article import ArticlePage, NewsIndexPage
from .event import EventIndexPage, EventPage
from .project import ProjectIndexPage, ProjectPage

__all__ = ["ArticlePage", "EventIndexPage", "EventPage", "NewsIndexPage", "ProjectIndexPage", "ProjectPage"]
