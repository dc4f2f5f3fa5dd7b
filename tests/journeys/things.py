"""What the journeys are on: a page of every type, and three kinds of snippets."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thing:
    """Found in a list of the admin; ``field`` is the one that is typed into, ``required`` one that may not be
    empty."""

    name: str
    listing: str
    field: str = "#id_summary"
    required: str = "#id_title"


def _page(name: str, words: str) -> Thing:
    return Thing(name, f"/admin/pages/search/?q={words}")


THINGS = (
    _page("article", "Marsiglia"),
    Thing("topic", "/admin/snippets/core/topic/?locale=it", "#id_name", "#id_slug"),
    _page("sheet", "caseificio"),
    _page("event", "cooperazione+mediterraneo"),
    Thing("organisation", "/admin/snippets/core/organisation/", "#id_short_name", "#id_name"),
    _page("project", "contaminazione"),
    _page("english article", "foundry"),
    _page("story", "diventano+una+rete"),
    Thing("glossary term", "/admin/snippets/core/glossaryterm/?locale=it", "#id_explanation", "#id_term"),
    _page("standard page", "accessibilità"),
    _page("list of articles", "notizie"),
)
