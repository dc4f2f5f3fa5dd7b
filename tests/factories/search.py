"""Search documents without pages, for what needs only the index."""

from itertools import count

from cms.searchable import SearchDocument

_numbers = count(1)


def document(title="Senza titolo", **fields) -> SearchDocument:
    """An Italian document; each has a number of its own unless one is given."""
    fields.setdefault("page_id", next(_numbers))
    fields.setdefault("language", "it")
    fields.setdefault("type", "page")
    fields.setdefault("url", f"/it/{fields['page_id']}/")
    return SearchDocument(title=title, **fields)
