"""The whole description, in the active language."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cms.models import PortalSettings
from funding.catalogue.exports.schema import schema as export_schema
from funding.models import FundingIndexPage

from . import content, funding, search
from .parts import Node, answer, operation, query

VERSION = "1.0"
TAG = "about"


def document(terms: PortalSettings, finders: Sequence[FundingIndexPage]) -> dict[str, Any]:
    """An OpenAPI 3.1 document."""
    return {
        "openapi": "3.1.0",
        "info": _info(terms),
        "servers": [{"url": settings.BASE_URL}],
        "tags": _tags(),
        "paths": funding.paths(finders) | search.paths() | content.paths() | _about(),
        "components": {
            "parameters": funding.parameters(),
            "schemas": search.schemas() | content.schemas() | _exports(finders),
        },
    }


def _info(terms: PortalSettings) -> Node:
    info = {
        "title": _("Intreccio for programs"),
        "version": VERSION,
        "description": _(
            "Everything can be read without a key. Parameters may come in any order; what is not known is "
            "ignored. Texts come in the language asked for."
        ),
        "license": {"name": terms.licence_name, "url": terms.licence_url},
        "contact": {"name": terms.owner, "email": terms.email},
    }
    for part in ("license", "contact"):
        info[part] = {name: value for name, value in info[part].items() if value}
    return info


def _tags() -> list[Node]:
    told = {
        funding.TAG: _(
            "The finder's list as files: all sheets that answer the parameters, in the order asked for. "
            "Several values of one parameter are joined by OR, parameters by AND. Without a status, closed "
            "calls are left out."
        ),
        search.TAG: _("The search of the whole site."),
        content.TAG: _("What is published, as the content system keeps it."),
        TAG: _("Descriptions of all this, for catalogues and programs."),
    }
    return [{"name": name, "description": description} for name, description in told.items()]


def _exports(finders: Sequence[FundingIndexPage]) -> dict[str, Node]:
    """The files' own schema, without the address that it has outside of this description."""
    if not finders:
        return {"FundingExport": {"type": "object"}}
    whole = export_schema(finders[0])
    return {"FundingExport": {name: part for name, part in whole.items() if name not in ("$id", "$schema")}}


def _about() -> dict[str, Node]:
    lang = query("lang", _("Language of the description"), search.languages() | {"default": "en"})
    return {
        "/api/openapi.json": operation(
            TAG,
            "openapi",
            _("This description"),
            [lang],
            s200=answer(_("An OpenAPI 3.1 document"), "application/json", {"type": "object"}),
        ),
        "/catalog.ttl": operation(
            TAG,
            "catalogueTurtle",
            _("The open data of the site as DCAT-AP_IT, in Turtle"),
            [],
            s200=answer(_("The catalogue"), "text/turtle"),
        ),
        "/catalog.jsonld": operation(
            TAG,
            "catalogueJson",
            _("The open data of the site as DCAT-AP_IT, in JSON-LD"),
            [],
            s200=answer(_("The catalogue"), "application/ld+json", {"type": "object"}),
        ),
    }
