"""The open data of the site as DCAT-AP_IT describes them: JSON-LD as plain dictionaries."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.addresses import absolute
from cms.formats.plain_text import one_line
from cms.models import PortalSettings
from funding.catalogue.open_data import OpenFile

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatapit": "http://dati.gov.it/onto/dcatapit#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
LICENCE_TYPES = "http://purl.org/adms/licencetype/"
# Economy, and culture; changed whenever somebody publishes, which has no rhythm.
THEMES = ("ECON", "EDUC")
FREQUENCY = "IRREG"
LANGUAGES = {"it": "ITA", "en": "ENG", "fr": "FRA", "de": "DEU", "es": "SPA", "sl": "SLV"}

Node = dict[str, Any]


def document(
    terms: PortalSettings, pages: Iterable[str], files: Iterable[OpenFile], modified: date
) -> dict[str, Any]:
    """The catalogue with its one dataset; ``pages`` are the addresses of the finder, one a language."""
    files = list(files)
    changed = {"@value": modified.isoformat(), "@type": "xsd:date"}
    spoken = [_language_of(code) for code in dict.fromkeys(map(_language, files)) if code]
    licence = _licence(terms)
    distributions = [_distribution(file, licence["@id"], changed) for file in files]
    nodes = [
        _catalogue(changed, spoken),
        _dataset(changed, spoken, pages, distributions),
        *distributions,
        licence,
        *_people(terms),
    ]
    return {"@context": CONTEXT, "@graph": nodes}


def _catalogue(changed: Node, spoken: list[Node]) -> Node:
    return {
        **_node("catalog", "Catalog"),
        "dct:title": _literals(lambda: _("Open data of Intreccio")),
        "dct:description": _literals(
            lambda: _("What this site publishes for others to use, with its licence.")
        ),
        "dct:publisher": _to(_here("owner")),
        "dct:modified": changed,
        "dct:language": spoken,
        "foaf:homepage": _to(absolute("/"), "foaf:Document"),
        "dcat:themeTaxonomy": _to(f"{EU}data-theme", "skos:ConceptScheme"),
        "dcat:dataset": _to(_here("funding")),
    }


def _dataset(changed: Node, spoken: list[Node], pages: Iterable[str], distributions: list[Node]) -> Node:
    return {
        **_node("funding", "Dataset"),
        "dct:identifier": "funding-sheets",
        "dct:title": _literals(lambda: _("Funding sheets for culture and cooperation")),
        "dct:description": _literals(
            lambda: _(
                "Calls, incentives, prizes and PNRR measures: who may apply, what is paid, how much, where "
                "and until when. Each sheet names its own source and the licence of that source."
            )
        ),
        "dcat:keyword": _literals(lambda: _("funding")) + _literals(lambda: _("cooperatives")),
        "dcat:theme": [_to(f"{EU}data-theme/{theme}", "skos:Concept") for theme in THEMES],
        "dct:accrualPeriodicity": _to(f"{EU}frequency/{FREQUENCY}", "dct:Frequency"),
        "dct:spatial": _to(f"{EU}country/ITA", "dct:Location"),
        "dct:language": spoken,
        "dct:modified": changed,
        "dct:publisher": _to(_here("owner")),
        "dct:rightsHolder": _to(_here("owner")),
        "dcat:contactPoint": _to(_here("contact")),
        "dcat:landingPage": [_to(page, "foaf:Document") for page in pages],
        "dcat:distribution": [_to(one["@id"]) for one in distributions],
    }


def _distribution(file: OpenFile, licence: str, changed: Node) -> Node:
    with override(file.language):
        title = str(file.title)
    node = {
        **_node(f"funding-{file.language}-{file.kind.lower()}", "Distribution"),
        "dct:title": {"@value": title, "@language": file.language},
        "dcat:accessURL": _to(file.page),
        "dcat:downloadURL": _to(file.address),
        "dct:format": _to(f"{EU}file-type/{file.kind}", "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _to(MEDIA_TYPES + file.media_type, "dct:MediaType"),
        "dct:license": _to(licence),
        "dct:modified": changed,
    }
    if code := _language(file):
        node["dct:language"] = _language_of(code)
    if file.schema:
        node["dct:conformsTo"] = _to(file.schema, "dct:Standard")
    return node


def _licence(terms: PortalSettings) -> Node:
    by = "creativecommons.org/licenses/by/" in terms.licence_url
    return {
        **_node("licence", "LicenseDocument", "dct"),
        **({"@id": _address(terms.licence_url)} if terms.licence_url else {}),
        "dct:type": _to(LICENCE_TYPES + ("Attribution" if by else "UnknownIPR"), "skos:Concept"),
        "foaf:name": one_line(terms.licence_name),
    }


def _people(terms: PortalSettings) -> tuple[Node, Node]:
    """Who publishes and holds the rights, and whom to ask. No code of an administration is made up."""
    name = one_line(terms.owner)
    owner = {
        **_node("owner", "Agent", "foaf"),
        "foaf:name": name,
        "dct:identifier": urlsplit(settings.BASE_URL).netloc,
    }
    contact = {
        **_node("contact", "Organization", "vcard", "vcard:Kind"),
        "vcard:fn": name,
        "vcard:hasURL": _to(absolute("/")),
    }
    if terms.email:
        contact["vcard:hasEmail"] = _to(f"mailto:{terms.email}")
    return owner, contact


def _node(name: str, kind: str, vocabulary: str = "dcat", *more: str) -> Node:
    """The profile gives each of its classes a name of its own beside the common one."""
    return {"@id": _here(name), "@type": [f"{vocabulary}:{kind}", f"dcatapit:{kind}", *more]}


def _literals(text: Callable[[], str]) -> list[Node]:
    """``text`` in every language of the site."""
    made = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            made.append({"@value": text(), "@language": language})
    return made


def _to(address: str, kind: str = "") -> Node:
    """A link; with the class of what it leads to, where the profile's shapes want the document to name it."""
    return {"@id": _address(address), **({"@type": kind} if kind else {})}


def _language_of(code: str) -> Node:
    return _to(f"{EU}language/{code}", "dct:LinguisticSystem")


def _address(address: str) -> str:
    """An address without the signs that none may hold."""
    return quote(one_line(address), safe="%/:?#[]@!$&'()*+,;=~-._")


def _here(name: str) -> str:
    return absolute(f"/catalog#{name}")


def _language(file: OpenFile) -> str:
    return LANGUAGES.get(file.language, "")
