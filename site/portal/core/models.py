"""The models of this app; each is told in a file of its own."""

from .site_settings import PortalSettings
from .snippets import Organisation, PageParty, PageTopic, RelatedPage, Topic
from .terms import GlossaryTerm

__all__ = [
    "GlossaryTerm",
    "Organisation",
    "PageParty",
    "PageTopic",
    "PortalSettings",
    "RelatedPage",
    "Topic",
]
