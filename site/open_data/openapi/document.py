"""``openapi.yaml``, filled in for this site and in the active language."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.utils.translation import gettext

from cms.models import PortalSettings
from funding.catalogue.exports.schema import schema as export_schema
from funding.catalogue.facets import FACETS
from funding.models import FundingIndexPage
from search.labels import type_choices

Node = dict[str, Any]

DESCRIPTION: Node = yaml.safe_load(Path(__file__).with_name("openapi.yaml").read_text())
TRANSLATED = ("title", "summary", "description")
FILL = "x-fill"
FINDER = "{finder}"
OF_FINDER = "#/components/parameters/finder-*"


def document(terms: PortalSettings, finders: Sequence[FundingIndexPage]) -> Node:
    """An OpenAPI 3.1 document."""
    described = _filled(DESCRIPTION, _values(terms, finders))
    shared = [{"$ref": f"#/components/parameters/{name}"} for name in described["components"]["parameters"]]
    paths = described["paths"]
    beside = {path: paths.pop(path) for path in list(paths) if path.startswith(FINDER)}
    of_finders = {
        path.replace(FINDER, finder.url): _of_finder(item["get"], finder.locale.language_code, shared)
        for finder in finders
        for path, item in beside.items()
    }
    return described | {"paths": of_finders | paths}


def texts(node: Any = DESCRIPTION) -> Iterator[str]:
    """What has to be translated."""
    for name, value in node.items() if isinstance(node, dict) else enumerate(node):
        if name in TRANSLATED and isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            yield from texts(value)


def _filled(node: Any, values: dict[str, Node]) -> Any:
    if isinstance(node, list):
        return [_filled(each, values) for each in node]
    if not isinstance(node, dict):
        return node
    made = {}
    for name, value in node.items():
        if name == FILL:
            made |= values[value]
        elif name in TRANSLATED and isinstance(value, str):
            made[name] = gettext(value)
        else:
            made[name] = _filled(value, values)
    return made


def _values(terms: PortalSettings, finders: Sequence[FundingIndexPage]) -> dict[str, Node]:
    """What ``x-fill`` stands for, by name."""
    codes = [code for code, _name in settings.LANGUAGES]
    exported = export_schema(finders[0]) if finders else {"type": "object"}
    return {
        "server": {"url": settings.BASE_URL},
        "license": _given(name=terms.licence_name, url=terms.licence_url),
        "contact": _given(name=terms.owner, email=terms.email),
        "languages": {"enum": codes, "default": settings.LANGUAGE_CODE},
        "page-types": {"enum": list(type_choices())},
        "facets": {f"finder-{facet.name}": _facet(facet) for facet in FACETS},
        # The files' own schema, without the address that it has outside of this description.
        "funding-export": {name: part for name, part in exported.items() if name not in ("$id", "$schema")},
    }


def _given(**values: str) -> Node:
    return {name: value for name, value in values.items() if value}


def _facet(facet) -> Node:
    """From the registry: closed lists have hundreds of codes, and a new facet is one entry there."""
    values = {"enum": [str(code) for code in facet.vocabulary.codes]} if facet.vocabulary else {}
    return {
        "name": facet.name,
        "in": "query",
        "description": str(facet.title),
        "schema": {"type": "array", "items": {"type": "string", **values}},
    }


def _of_finder(operation: Node, language: str, shared: list[Node]) -> Node:
    parameters = []
    for parameter in operation["parameters"]:
        parameters += shared if parameter.get("$ref") == OF_FINDER else [parameter]
    name = operation["operationId"] + language.capitalize()
    return {"get": operation | {"operationId": name, "parameters": parameters}}
