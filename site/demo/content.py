"""The demonstration content as it lies in files: one YAML file a page and language.

``entries()`` is the registry: the loader makes pages of it, and tests render every one of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.conf import settings

CONTENT = Path(__file__).parent / "content"
# The order of the menu, then that of the footer; whatever else there is follows.
TOP = (
    "news",
    "events",
    "projects",
    "funding",
    "stories",
    "about",
    "funding-sheets",
    "glossary",
    "accessibility",
    "privacy",
)
SNIPPETS = {
    "organisations": "core.Organisation",
    "topics": "core.Topic",
    "glossary": "core.GlossaryTerm",
}


def sections(folder: Path) -> list[str]:
    """The folders of content, in the order in which it can be made: snippets, pages, then sections."""
    found = {path.name for path in (folder / settings.LANGUAGE_CODE).glob("*/")}
    first = (*SNIPPETS, "pages", *TOP)
    return sorted(found, key=lambda name: (first.index(name) if name in first else len(first), name))


class ContentError(Exception):
    """A mistake in a content file, told with the file and the place in it."""

    def __init__(self, file: str, path: str, message: str):
        self.file, self.path, self.message = file, path, message
        super().__init__(f"{file}: {path}: {message}" if path else f"{file}: {message}")


class ContentErrors(Exception):  # noqa: N818 - a plural says it best
    """All the mistakes found in one go, so that an author corrects them in one go."""

    def __init__(self, errors: list[ContentError]):
        self.errors = errors
        super().__init__("\n".join(str(error) for error in errors))


@dataclass(frozen=True)
class ContentFile:
    """One page or snippet: the source's data, and those of each language it is translated to."""

    section: str
    name: str
    source: Mapping[str, Any]
    translations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What links name it by: "projects/innovacultura"."""
        return f"{self.section}/{self.name}"

    @cached_property
    def model(self) -> type:
        """The Django model; raises ``ContentError`` where ``type`` names none."""
        label = SNIPPETS.get(self.section) or self.source.get("type", "")
        try:
            return apps.get_model(label)
        except (LookupError, ValueError):
            raise ContentError(self.file(), "type", f"“{label}” is not a model") from None

    @property
    def parent(self) -> str | None:
        """The key of the page above; None for the home page."""
        parent = self.source.get("parent")
        return parent if parent is None or "/" in parent else f"pages/{parent}"

    @property
    def has_picture(self) -> bool:
        """Whether a cloth is woven for it: pages do, sheets and snippets do not."""
        bare = self.section in ("funding", *SNIPPETS)
        return not bare and self.source.get("picture") != "none"

    def file(self, language: str = settings.LANGUAGE_CODE) -> str:
        """The name of its file, for messages."""
        return f"{language}/{self.key}.yaml"


def entries(folder: Path = CONTENT) -> list[ContentFile]:
    """All entries, in the order in which they can be made: parents before children."""
    found = list(_read_all(folder))
    keys = {entry.key for entry in found}
    for entry in found:
        if entry.section not in SNIPPETS and entry.parent is not None and entry.parent not in keys:
            raise ContentError(entry.file(), "parent", f"“{entry.source['parent']}” is not there")
    order = sections(folder)
    return sorted(found, key=lambda entry: (order.index(entry.section), _depth(entry, found), _rank(entry)))


def _read_all(folder: Path) -> Iterator[ContentFile]:
    source_language, *others = [code for code, _ in settings.LANGUAGES]
    for section in sections(folder):
        for path in sorted((folder / source_language / section).glob("*.yaml")):
            name = path.relative_to(folder / source_language)
            translations = {
                language: _read(folder, language, name)
                for language in others
                if (folder / language / name).exists()
            }
            yield ContentFile(section, path.stem, _read(folder, source_language, name), translations)


def _rank(entry: ContentFile) -> tuple[int, str]:
    position = TOP.index(entry.name) if entry.section == "pages" and entry.name in TOP else len(TOP)
    return position, entry.name


def _depth(entry: ContentFile, found: list[ContentFile]) -> int:
    if entry.section in SNIPPETS:
        return 0
    return (
        1
        if entry.parent is None
        else 1 + next(_depth(other, found) for other in found if other.key == entry.parent)
    )


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML that refuses the same key twice, where YAML itself would silently keep the last."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(None, None, f"“{key.value}” is there twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def _read(folder: Path, language: str, name: Path) -> dict[str, Any]:
    file = f"{language}/{name}"
    try:
        data = yaml.load((folder / language / name).read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ContentError(file, line, error.problem or str(error)) from error
    if not isinstance(data, dict):
        raise ContentError(file, "", "fields and their values are expected")
    return data
