"""The finder's list as files, in each language."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from funding.catalogue.facets import FACETS
from funding.catalogue.finder.labels import TITLES
from funding.catalogue.finder.parameters import DAY_PARAMETERS, DEADLINES, SORTS
from funding.catalogue.open_data import files
from funding.models import FundingIndexPage

from .parts import DAY, TEXT, Node, answer, enum, operation, query, ref, unavailable

TAG = "funding"


def parameters() -> dict[str, Node]:
    """The finder's parameters by name."""
    made = [query("q", str(TITLES["q"]))]
    for facet in FACETS:
        values = enum(facet.vocabulary.codes) if facet.vocabulary else TEXT
        made.append(query(facet.name, str(facet.title), values, many=True))
    amount = {"type": "number", "minimum": 0}
    made.append(query("amount", _("The least grant wanted, in euro"), amount))
    made += [query(name, str(TITLES[name]), DAY) for name in DAY_PARAMETERS]
    made.append(query("deadline", str(TITLES["deadline"]), enum(DEADLINES)))
    made.append(query("sort", str(TITLES["sort"]), {**enum(SORTS), "default": SORTS[0]}))
    return {f"finder-{one['name']}": one for one in made}


SCHEMAS = {"JSON": ref("schemas", "FundingExport"), "XLSX": {"type": "string", "format": "binary"}}


def paths(finders: Iterable[FundingIndexPage]) -> dict[str, Node]:
    """The files beside every finder."""
    made = {}
    for finder in finders:
        asked = [ref("parameters", name) for name in parameters()]
        for file in files(finder):
            path = f"{finder.url}{file.name}"
            schema = SCHEMAS.get(file.kind, TEXT)
            separator = [
                query("separator", _("Semicolons in place of commas, decimal commas"), enum(["semicolon"]))
            ]
            made[path] = operation(
                TAG,
                f"funding{file.kind.capitalize()}{file.language.capitalize()}",
                str(file.title),
                asked + (separator if file.kind == "CSV" else []),
                s200=answer(str(file.title), file.media_type, schema),
                s503=unavailable("text/plain"),
            )
        made[f"{finder.url}export-schema.json"] = operation(
            TAG,
            f"fundingSchema{finder.locale.language_code.capitalize()}",
            _("The JSON Schema of the sheets as data"),
            [],
            s200=answer(_("The schema"), "application/schema+json", {"type": "object"}),
        )
    return made
