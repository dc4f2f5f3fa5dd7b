"""The description arranged for people: what a page shows of it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .document import Node

MAX_VALUES_SHOWN = 8


@dataclass(frozen=True)
class Parameter:
    """One parameter. ``values`` are all that it may be, ``kind`` says what it is where there is no list."""

    name: str
    description: str
    kind: str
    values: tuple[str, ...]

    @property
    def long(self) -> bool:
        return len(self.values) > MAX_VALUES_SHOWN


@dataclass(frozen=True)
class Endpoint:
    """One address. ``url`` is empty where a part of it has to be filled in."""

    path: str
    url: str
    summary: str
    parameters: tuple[Parameter, ...]
    media_types: tuple[str, ...]


@dataclass(frozen=True)
class ReferenceSection:
    """Addresses of one kind; ``shared`` are parameters that several of them take."""

    name: str
    title: str
    description: str
    shared: tuple[Parameter, ...]
    endpoints: tuple[Endpoint, ...]


def sections(document: dict[str, Any]) -> list[ReferenceSection]:
    """One section a tag, in the order of the document."""
    titles = {
        "funding": _("Funding sheets"),
        "search": _("Search"),
        "content": _("Content"),
        "about": _("Descriptions"),
    }
    made = []
    for tag in document["tags"]:
        name = tag["name"]
        operations = {
            path: item["get"] for path, item in document["paths"].items() if name in item["get"]["tags"]
        }
        references = [one for each in operations.values() for one in each["parameters"] if "$ref" in one]
        shared = {one["$ref"]: _parameter(_found(document, one["$ref"])) for one in references}
        endpoints = tuple(_endpoint(path, each) for path, each in operations.items())
        made.append(
            ReferenceSection(
                name, titles.get(name, name), tag["description"], tuple(shared.values()), endpoints
            )
        )
    return made


def _endpoint(path: str, operation: Node) -> Endpoint:
    own = tuple(_parameter(one) for one in operation["parameters"] if "$ref" not in one)
    return Endpoint(
        path=path,
        url="" if "{" in path else path,
        summary=operation["summary"],
        parameters=own,
        media_types=tuple(operation["responses"]["200"]["content"]),
    )


def _parameter(node: Node) -> Parameter:
    schema = node["schema"]
    inner = schema.get("items", schema)
    return Parameter(node["name"], node["description"], _kind(inner), tuple(inner.get("enum", ())))


def _kind(schema: Node) -> str:
    if schema.get("format") == "date":
        return _("a day, as 2026-12-31")
    kinds = {"integer": _("a whole number"), "number": _("a number")}
    return "" if "enum" in schema else kinds.get(schema["type"], "")


def _found(document: dict[str, Any], reference: str) -> Node:
    node: Any = document
    for part in reference.removeprefix("#/").split("/"):
        node = node[part]
    return node
