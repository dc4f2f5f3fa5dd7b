"""Who may do what: the groups that the site's work is shared among, as data.

A section names the role that writes in it on the class of its list page. What lies above all sections is
named as "app.Model", because this layer knows none.
"""

from dataclasses import dataclass
from enum import Enum

from cms.constants import TRANSLATE

OWN = ()  # the list pages that name this role in ``written_by``
EVERYTHING = ("home.HomePage",)

EDIT = ("add", "change")
APPROVE = (*EDIT, "publish", "lock", "unlock", "bulk_delete")


class Languages(Enum):
    """The language that texts are written in first, those that they are translated into, or all."""

    SOURCE = "source"
    TRANSLATED = "translated"
    ALL = "all"


@dataclass(frozen=True)
class PagePermissions:
    """Permissions on the branch of each of these sections, or of the role's own, in some languages."""

    sections: tuple[str, ...]
    languages: Languages
    permissions: tuple[str, ...]


@dataclass(frozen=True)
class Role:
    """A group. ``models`` are permissions as "app.codename"; ``files`` are what it may do with pictures and
    documents, ``collections`` with the collections that these are kept in."""

    name: str
    pages: tuple[PagePermissions, ...] = ()
    models: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


def _may(actions: str, *models: str) -> tuple[str, ...]:
    """``_may("add change", "core.topic")``: the permissions of Django's own names."""
    pairs = [model.split(".") for model in models]
    return tuple(f"{app}.{action}_{name}" for app, name in pairs for action in actions.split())


ENTER = ("wagtailadmin.access_admin",)
OPEN_LISTS = ("core.topic", "core.organisation", "core.glossaryterm")
SEARCH_REPORTS = ("search.view_searchcount",)
SEARCH_WORDS = ("search.synonymgroup", "search.bestbet")
PUBLISHED = ("core.topic", "core.organisation", "core.glossaryterm")

AUTHOR = Role(
    "Author",
    pages=(PagePermissions(OWN, Languages.SOURCE, EDIT),),
    models=(*ENTER, *_may("add change", "core.topic", "core.organisation")),
    files=("add", "choose"),
)
FUNDING_EXPERT = Role(
    "Funding expert",
    pages=(PagePermissions(OWN, Languages.SOURCE, EDIT),),
    models=(*ENTER, *SEARCH_REPORTS, *_may("add change", *OPEN_LISTS, *SEARCH_WORDS)),
    files=("add", "choose"),
)
TRANSLATOR = Role(
    "Translator",
    # What they translate has been approved in the source's language.
    pages=(PagePermissions(EVERYTHING, Languages.TRANSLATED, ("change", "publish")),),
    models=(*ENTER, TRANSLATE, *_may("change publish", "core.topic", "core.glossaryterm")),
    files=("choose",),
)
EDITOR_IN_CHIEF = Role(
    "Editor-in-chief",
    pages=(PagePermissions(EVERYTHING, Languages.ALL, APPROVE),),
    models=(
        *ENTER,
        TRANSLATE,
        *SEARCH_REPORTS,
        *_may("add change delete", *OPEN_LISTS, *SEARCH_WORDS),
        *_may("publish lock unlock", *PUBLISHED),
        *_may("add change delete", "wagtailredirects.redirect"),
    ),
    files=("add", "change", "choose"),
)
# Who keeps the site itself: every permission there is, on every page.
ADMINISTRATOR = Role(
    "Administrator",
    pages=(PagePermissions(EVERYTHING, Languages.ALL, APPROVE),),
    files=("add", "change", "choose"),
    collections=("add", "change", "delete"),
)

ROLES = (AUTHOR, FUNDING_EXPERT, TRANSLATOR, EDITOR_IN_CHIEF, ADMINISTRATOR)
APPROVERS = (EDITOR_IN_CHIEF, ADMINISTRATOR)
