"""An import inside a function hides what a module needs: few, and each with its reason beside it."""

import ast

from tests.docs.test_names import ROOT

MAX_LATE = 10
FOLDERS = ("site", "home", "news", "funding", "stories", "search")


def late_imports():
    """File, line and the text around each; ``apps.py`` is left out: Django asks for it before the models."""
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            if file.name != "apps.py" and "migrations" not in file.parts:
                yield from _in_file(file)


def _in_file(file):
    lines = file.read_text().splitlines()
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.Import | ast.ImportFrom) and node.col_offset and not _for_types(lines, node):
            yield file.relative_to(ROOT), node.lineno, "\n".join(lines[node.lineno - 2 : node.end_lineno])


def _for_types(lines, node):
    """Within ``if TYPE_CHECKING``, where nothing is imported at all."""
    before = [line for line in lines[: node.lineno - 1] if line.strip() and not line.startswith(" ")]
    return bool(before) and "TYPE_CHECKING" in before[-1]


def test_late_imports_are_few():
    found = list(late_imports())
    assert len(found) <= MAX_LATE, "\n".join(f"{file}:{line}" for file, line, _text in found)


def test_each_has_its_reason():
    bare = [f"{file}:{line}" for file, line, text in late_imports() if "#" not in text]
    assert not bare, f"late imports without a reason beside them: {', '.join(bare)}"
