"""The documents for developers and operators name what is there, and leave nothing out."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from funding.catalogue.eligibility.address import NAMES
from funding.catalogue.facets import FILTERS
from funding.catalogue.finder.labels import TITLES
from funding.catalogue.finder.parameters import TYPED
from portal.environment import SECRETS

ROOT = Path(settings.ROOT)
ARCHITECTURE, DEVELOPERS, OPERATIONS = (
    ROOT / "docs" / f"{name}.md" for name in ("architecture", "developers", "operations")
)
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
README, CONTRIBUTING = ROOT / "README.md", ROOT / "CONTRIBUTING.md"
FOR_DEVELOPERS = (ARCHITECTURE, DEVELOPERS, CONTRIBUTING, README)
ALL = (*FOR_DEVELOPERS, OPERATIONS)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CODE = ("site", "home", "news", "funding", "stories", "search")
MADE = {".venv/", ".pytest_cache/", "var/", "build/"}  # by the set-up, or by the tests
BELOW_DATA_DIR = {"media/", "imports/", "fonts/", "words/", "static/"}
FILES = {f"{name}_FILE" for name in SECRETS}
READS = re.compile(r"(env|os\.environ|environment|whole_number|flag)\b")
STATE = re.compile(
    r"\bthreading\.|\bThreadPoolExecutor\(|\bContextVar\(|\bregister_at_fork\(|^from threading import|"
    r"^\s*@(functools\.)?(lru_)?cache\b|^\w+ = cache\(|^\s+global ",
    re.MULTILINE,
)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def modules() -> Iterator[Path]:
    """Our own modules, without migrations."""
    for folder in CODE:
        yield from (path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)


def fenced(path: Path, kind: str) -> list[list[str]]:
    """The lines of each fenced block of a kind."""
    return [block.splitlines() for block in re.findall(rf"```{kind}\n(.*?)```", text_of(path), re.DOTALL)]


def section(path: Path, heading: str) -> str:
    """What stands below a heading of the second level."""
    return re.split(r"^## ", text_of(path).partition(f"\n## {heading}\n")[2], flags=re.MULTILINE)[0]


def paths_in(path: Path) -> set[str]:
    """Every path of the repository that a document names: in code marks, or as a link to a file."""
    text = re.sub(r"```.*?```", "", text_of(path), flags=re.DOTALL)
    marked = {
        each
        for each in re.findall(r"`([\w.\-]+(?:/[\w.\-]+)*/?)`", text)
        if "/" in each or re.search(r"\.(md|py|toml|html|css|yaml)$", each)
    }
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    return marked | {str((path.parent / each).resolve().relative_to(ROOT)) for each in linked}


def tree() -> list[str]:
    """The paths of the layout in the architecture, put together from its indentation."""
    found, parents = [], []
    for line in fenced(ARCHITECTURE, "text")[0]:
        depth = (len(line) - len(line.lstrip())) // 2
        parents[depth:] = [line.split()[0].rstrip("/")]
        found.append("/".join(parents))
    return found


def environment_variables(*folders: str) -> set[str]:
    """The names that code reads from the environment, as ``env.bool("X")`` or ``os.environ.get("X")``."""
    found = set()
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(text_of(path))):
            key = None
            if isinstance(node, ast.Call) and re.match(
                r"(env|os\.environ|environment|whole_number|flag)\b", ast.unparse(node.func)
            ):
                key = node.args[0] if node.args and not ast.unparse(node.func).endswith("default") else None
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                key = node.slice
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                found.add(key.value)
    return found


@pytest.mark.parametrize("path", FOR_DEVELOPERS, ids=lambda path: path.name)
def test_every_path_that_is_named_exists(path):
    named = paths_in(path) - MADE - BELOW_DATA_DIR
    assert named
    missing = {
        each for each in named if not (ROOT / each).exists() and not (ROOT / "templates" / each).exists()
    }
    assert missing == set()


def test_decisions_name_paths_that_exist():
    """From the root, or as modules are imported, without `site/`."""
    named = {(page.name, each) for page in DECISIONS for each in paths_in(page)}
    assert named
    bases = (ROOT, ROOT / "site")
    assert {pair for pair in named if not any((base / pair[1]).exists() for base in bases)} == set()


def test_the_layout_shows_every_package():
    shown = tree()
    assert [each for each in shown if not (ROOT / each).is_dir()] == []
    hidden = {"migrations", "management", "commands", "templatetags", "en", "fr", "it"}
    packages = {
        str(path.parent.relative_to(ROOT))
        for folder in CODE
        for path in (ROOT / folder).rglob("__init__.py")
        if hidden.isdisjoint(path.relative_to(ROOT).parts)
    }
    assert packages - set(shown) == set()


def test_the_layers_are_those_of_the_contract():
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    assert fenced(ARCHITECTURE, "layers") == [contract["layers"] for contract in contracts]


@pytest.mark.parametrize("path", [ARCHITECTURE, DEVELOPERS], ids=lambda path: path.name)
def test_every_name_that_is_placed_in_a_file_is_there(path):
    flowing = " ".join(text_of(path).split())
    pairs = re.findall(r"`(\w+)(?:\(\))?` in `([\w/.\-]+\.(?:py|html|css))`", flowing)
    assert len(pairs) > 5
    assert [pair for pair in pairs if not re.search(rf"\b{pair[0]}\b", text_of(ROOT / pair[1]))] == []


def test_threads_and_state_of_modules_are_accounted_for():
    told = section(ARCHITECTURE, "Threads and state in modules")
    having = {str(path.relative_to(ROOT)) for path in modules() if STATE.search(text_of(path))}
    assert {each for each in having if f"`{each}`" not in told} == set()


def test_every_setting_of_the_environment_is_documented():
    documented = text_of(OPERATIONS) + section(README, "Settings")
    read = environment_variables("site/portal") - {"DJANGO_SETTINGS_MODULE", "RUN_MAIN"} | FILES
    assert len(read) > 10
    assert {name for name in read if not re.search(rf"\b{name}\b", documented)} == set()


def test_every_setting_that_is_documented_is_read():
    operations, in_readme = text_of(OPERATIONS), section(README, "Settings")
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)*)`", in_readme))
    named |= set(re.findall(r"\b([A-Z]+(?:_[A-Z]+)+)\b", operations))
    assert len(named) > 10
    known = environment_variables(*CODE) | set(dir(settings)) | FILES
    assert named - known - {"DJANGO_SETTINGS_MODULE"} == set()


def test_commands_that_are_named_exist_and_ours_are_named():
    documents = "".join(map(text_of, ALL))
    named = set(re.findall(r"manage\.py\s+(\w+)", documents))
    commands = get_commands()
    assert named - set(commands) == set()
    ours = {path.stem for path in modules() if path.parent.name == "commands"} - {"__init__"}
    assert ours
    assert {name for name in ours if not re.search(rf"\b{name}\b", documents)} == set()


def test_programs_that_are_named_exist():
    named = set(re.findall(r"python -m\s+([\w.]+)", "".join(map(text_of, ALL))))
    assert named
    assert [name for name in named if find_spec(name) is None] == []


def test_targets_of_make_that_are_named_exist_and_all_are_named():
    documents = "".join(map(text_of, ALL))
    named = set(re.findall(r"`(?:PORT=\d+ )?make ([a-z\-]+)`", documents))
    listed = set(re.findall(r"^([a-z\-]+):.*## ", text_of(ROOT / "Makefile"), re.MULTILINE))
    targets = set(re.search(r"^\.PHONY: (.*)$", text_of(ROOT / "Makefile"), re.MULTILINE)[1].split())
    assert named - targets == set()
    assert listed - named == set()


def test_parameters_of_the_finder_are_those_of_the_code():
    told = text_of(DEVELOPERS).partition("Parameters of the finder:")[2].partition("\n\n")[0]
    finder, _, profile = told.partition(";")
    assert re.findall(r"`(\w+)`", finder) == list(dict.fromkeys(["q", *FILTERS, *TYPED, *TITLES]))
    assert re.findall(r"`(\w+)`", profile) == list(NAMES)
