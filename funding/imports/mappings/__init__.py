"""What sources write and what we call it: tables as data, one file a story."""

from pathlib import Path
from typing import Any

import yaml


def _load(name: str) -> Any:
    return yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))


SOURCES: dict[str, dict] = _load("sources")
ORGANISATIONS: dict[str, str] = _load("organisations")
ORGANISATION_KINDS: dict[str, list[str]] = _load("organisation_kinds")
REGION_NAMES: dict[str, list[str]] = _load("regions")
RECIPIENTS: dict[str, dict[str, list[str]]] = _load("recipients")
WORDING: dict[str, Any] = _load("wording")
