"""What the journeys are on: a page of every type, three kinds of snippets, and translations."""

from dataclasses import dataclass

PAGE = "wagtailcore_page"


@dataclass(frozen=True)
class Thing:
    """Found in a list of the admin; ``field`` is the one that is typed into, ``required`` one that may not be
    empty. ``table`` is that of the database which has the state of it."""

    name: str
    listing: str
    field: str = "summary"
    required: str = "title"
    table: str = PAGE
    translated: bool = False  # in the editor of translations


def _page(app: str, model: str, field: str = "summary", translated: bool = False) -> Thing:
    name = f"translated {model}" if translated else model
    return Thing(name, f"/admin/pages/usage/{app}/{model}/", field, translated=translated)


def _snippet(model: str, field: str, required: str, query: str = "") -> Thing:
    return Thing(model, f"/admin/snippets/core/{model}/{query}", field, required, f"core_{model}")


THINGS = (
    _page("news", "articlepage"),
    _snippet("topic", "name", "slug", "?locale=it"),
    Thing("fundingsheetpage", "/admin/pages/search/?q=caseificio"),
    _page("home", "homepage"),
    _page("news", "eventpage", translated=True),
    _page("news", "eventpage"),
    _snippet("organisation", "short_name", "name"),
    _page("home", "standardpage"),
    _page("news", "projectpage"),
    Thing("article written in English", "/admin/pages/search/?q=foundry"),
    _page("funding", "fundingindexpage"),
    _page("stories", "storypage"),
    _page("news", "newsindexpage"),
    _snippet("glossaryterm", "explanation", "term", "?locale=it"),
    _page("home", "contactpage"),
    _page("news", "eventindexpage"),
    _page("home", "standardpage", translated=True),
    _page("news", "projectindexpage"),
    _page("stories", "storyindexpage"),
    _page("home", "glossarypage"),
)
