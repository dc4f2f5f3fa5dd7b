"""The pieces that a description is made of."""

from typing import Any

from django.utils.translation import gettext as _

Node = dict[str, Any]

TEXT: Node = {"type": "string"}
WHOLE: Node = {"type": "integer", "minimum": 1}
ADDRESS: Node = {"type": "string", "format": "uri"}
PATH: Node = {"type": "string", "format": "uri-reference"}
DAY: Node = {"type": "string", "format": "date"}


def enum(values) -> Node:
    return {"type": "string", "enum": [str(value) for value in values]}


def query(name: str, description: str, schema: Node = TEXT, many: bool = False, **more: Any) -> Node:
    """A parameter of the address; one that may come several times is an array."""
    schema = {"type": "array", "items": schema} if many else schema
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


def in_path(name: str, description: str, schema: Node) -> Node:
    return {"name": name, "in": "path", "required": True, "description": description, "schema": schema}


def ref(section: str, name: str) -> Node:
    return {"$ref": f"#/components/{section}/{name}"}


def record(required: bool = True, **properties: Node) -> Node:
    """An object; all that is named is always there unless it says otherwise."""
    node: Node = {"type": "object", "properties": properties}
    return node | ({"required": list(properties)} if required else {})


def some(items: Node) -> Node:
    return {"type": "array", "items": items}


def operation(tag: str, name: str, summary: str, parameters: list[Node], **answers: Node) -> Node:
    """``answers`` by status, as ``s200``."""
    responses = {status.removeprefix("s"): answer for status, answer in answers.items()}
    return {
        "get": {
            "tags": [tag],
            "operationId": name,
            "summary": summary,
            "parameters": parameters,
            "responses": responses,
        }
    }


def answer(description: str, media_type: str, schema: Node = TEXT) -> Node:
    return {"description": description, "content": {media_type: {"schema": schema}}}


def unavailable(media_type: str, schema: Node = TEXT) -> Node:
    return answer(_("The search cannot answer now: try again later."), media_type, schema)
