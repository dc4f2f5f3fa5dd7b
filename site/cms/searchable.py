"""What a page tells the search about itself. The search reads only this, so it knows no section."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True)
class AttachedText:
    """What a document that a page links says: its title and address, and its text."""

    title: str
    url: str
    text: str


@dataclass(frozen=True)
class SearchDocument:
    """One live page in one language, as plain data that any engine can index.

    ``facets`` hold codes or slugs by parameter name (``{"beneficiary": ("cooperative",)}``), ``numbers``
    euro by name, ``moments`` aware datetimes by name (``opens``, ``closes``), ``flags`` booleans by name.
    A name that is missing means "not known", which is not the same as zero. ``attachments`` are the
    documents that the page links, in its order, as far as everybody may read them. ``keywords`` find the
    page and are never shown: the search adds its own, such as codes in other forms.
    """

    page_id: int
    language: str
    type: str
    title: str
    url: str
    summary: str = ""
    facts: str = ""
    body: str = ""
    keywords: str = ""
    day: date | None = None
    updated: datetime | None = None
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, Decimal] = field(default_factory=dict)
    moments: Mapping[str, datetime] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    attachments: tuple[AttachedText, ...] = ()
