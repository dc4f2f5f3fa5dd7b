"""Tells whether an index holds a page as it is now, without comparing texts."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

from cms.searchable import SearchDocument


def fingerprint(document: SearchDocument) -> int:
    """A number of 63 bits that differs as soon as anything in the document does."""
    content = json.dumps(_plain(document), sort_keys=True, default=_plain).encode()
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big") >> 1


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    return dict(value) if isinstance(value, Mapping) else str(value)
