"""Wagtail's own API: what is published, page by page."""

from django.utils.translation import gettext as _

from .parts import TEXT, WHOLE, Node, answer, in_path, operation, query, record, ref, some
from .search import languages

TAG = "content"


def paths() -> dict[str, Node]:
    listing = [
        query("limit", _("How many at most"), {**WHOLE, "maximum": 20, "default": 20}),
        query("offset", _("How many to leave out first"), {"type": "integer", "minimum": 0}),
        query("fields", _("Which fields to tell, joined by commas; * for all")),
        query("order", _("Field to sort by, with a minus for falling order")),
        query("search", _("Words to look for")),
    ]
    of_pages = [
        query("type", _("Kind of page, such as funding.FundingSheetPage")),
        query("locale", _("Language of the pages"), languages()),
        query("child_of", _("Number of the page that they stand below"), WHOLE),
        query("translation_of", _("Number of the page that they translate"), WHOLE),
    ]
    kinds = {
        "pages": (_("Published pages"), _("One published page"), of_pages),
        "images": (_("Pictures"), _("One picture"), []),
        "documents": (_("Documents"), _("One document"), []),
    }
    made = {}
    for name, (many, one, more) in kinds.items():
        made[f"/api/v2/{name}/"] = operation(
            TAG,
            name,
            many,
            [*listing, *more],
            s200=answer(many, "application/json", ref("schemas", "Listing")),
        )
        made[f"/api/v2/{name}/{{id}}/"] = operation(
            TAG,
            f"{name}One",
            one,
            [in_path("id", _("Its number"), WHOLE)],
            s200=answer(one, "application/json", ref("schemas", "Item")),
            s404={"description": _("There is none")},
        )
    return made


def schemas() -> dict[str, Node]:
    meta = {**record(type=TEXT), "additionalProperties": True}
    return {
        "Listing": record(meta=record(total_count={"type": "integer"}), items=some(ref("schemas", "Item"))),
        "Item": {**record(id=WHOLE, meta=meta), "additionalProperties": True},
    }
