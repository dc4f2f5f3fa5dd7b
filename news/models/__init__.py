from .article import ArticlePage
from .event import EventPage
from .event_index import EventIndexPage
from .news_index import NewsIndexPage
from .project import ProjectPage
from .project_index import ProjectIndexPage

__all__ = ["ArticlePage", "EventIndexPage", "EventPage", "NewsIndexPage", "ProjectIndexPage", "ProjectPage"]
