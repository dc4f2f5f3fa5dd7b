"""The models of this app; each is told in a file of its own."""

from .public_changes import PublicChange
from .site_settings import OwnerDescription, PortalSettings
from .snippets.glossary_terms import GlossaryTerm
from .snippets.topics import Organisation, PageParty, PageTopic, RelatedPage, Topic

__all__ = [
    "GlossaryTerm",
    "Organisation",
    "OwnerDescription",
    "PageParty",
    "PageTopic",
    "PortalSettings",
    "PublicChange",
    "RelatedPage",
    "Topic",
]
