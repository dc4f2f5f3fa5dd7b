"""The search: pages by their words, and what could be meant while somebody types."""

from django.conf import settings
from django.utils.translation import gettext as _

from search.labels import SORTS, type_choices

from .parts import (
    DAY,
    PATH,
    TEXT,
    WHOLE,
    Node,
    answer,
    enum,
    operation,
    query,
    record,
    ref,
    some,
    unavailable,
)

TAG = "search"


def languages() -> Node:
    return {**enum(code for code, _name in settings.LANGUAGES), "default": settings.LANGUAGE_CODE}


def paths() -> dict[str, Node]:
    words = query("q", _("Words to look for. Quotation marks keep words together, a minus leaves one out."))
    lang = query("lang", _("Language of the pages"), languages())
    return {
        "/api/search/": operation(
            TAG,
            "search",
            _("Find pages by their words"),
            [
                words,
                lang,
                query("type", _("Kind of page"), enum(type_choices()), many=True),
                query("topic", _("Topic, by its short name in addresses"), many=True),
                query("year", _("Year of the page's day"), {**TEXT, "pattern": "^[0-9]{4}$"}, many=True),
                query("sort", _("Order"), enum(SORTS)),
                query("page", _("Page of the results, ten a page"), WHOLE),
            ],
            s200=answer(_("The pages found"), "application/json", ref("schemas", "SearchAnswer")),
            s503=unavailable("application/json", ref("schemas", "SearchUnavailable")),
        ),
        "/api/search/suggest": operation(
            TAG,
            "suggest",
            _("What could be meant by the beginning of a word"),
            [words, lang],
            s200=answer(
                _("The suggestions, the best first"), "application/json", ref("schemas", "Suggestions")
            ),
            s503=unavailable("application/json", ref("schemas", "Suggestions")),
        ),
    }


def schemas() -> dict[str, Node]:
    value = record(value=TEXT, label=TEXT, count={"type": "integer"})
    return {
        "SearchAnswer": record(
            query=TEXT,
            lang=TEXT,
            total={"type": "integer"},
            page=WHOLE,
            pages=WHOLE,
            did_you_mean=TEXT,
            corrected={"type": "boolean", "description": _("These are the results of what was meant.")},
            relaxed={"type": "boolean", "description": _("No page has all the words: these have some.")},
            notices=some(TEXT),
            facets={"type": "object", "additionalProperties": some(value)},
            results=some(ref("schemas", "SearchResult")),
            elsewhere=some(ref("schemas", "SearchElsewhere")),
        ),
        "SearchElsewhere": {
            **record(lang=TEXT, total={"type": "integer"}, label=TEXT, url=PATH),
            "description": _("Another language that has pages with the words, where this one has none."),
        },
        "SearchResult": record(
            url=PATH,
            title=TEXT,
            type=TEXT,
            type_label=TEXT,
            summary=TEXT,
            highlight={**TEXT, "description": _("Safe HTML: the page's own words, with mark elements")},
            date={**DAY, "type": ["string", "null"]},
        ),
        "SearchUnavailable": record(query=TEXT, lang=TEXT, notices=some(TEXT)),
        "Suggestions": {
            **record(query=TEXT, lang=TEXT, suggestions=some(ref("schemas", "Suggestion"))),
            "required": ["query", "lang"],
        },
        "Suggestion": record(text=TEXT, url=PATH, type=TEXT, type_label=TEXT),
    }
