"""One name for one thing: a stranger who looks for a class or a limit finds the one that is meant."""

import ast
import re
import subprocess
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Two engines answer alike, part by part; a command of Django's has one name.
ENGINES = ("search/engines/tantivy/", "search/engines/elasticsearch/")
PAIRS = {"Attached", "Filters", "QueryRun", "WordMatcher"}
BARE_LIMIT = re.compile(
    r"_?(MOST|LONGEST|LARGEST|BIGGEST|LEAST|FEW|FEWEST|MANY|SHORTEST|SMALLEST|FARTHEST|OLDEST)(_|$)"
)
# Words of our own for what has a standard name.
PRIVATE_WORDS = {
    *(
        "told",
        "telling",
        "asked",
        "wanted",
        "unwanted",
        "idle",
        "shut",
        "awaited",
        "turning",
        "reach",
        "picks",
    ),
    *("giver", "settle", "settling", "unsettled", "steering", "beginnings", "gloss", "manners"),
    *("mistakes", "gaps", "paper", "papers", "tally", "loom", "desk", "understood"),
}
DEFINITIONS = (ast.ClassDef, ast.FunctionDef)


def _modules():
    listed = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.split():
        if not name.startswith("tests/") and "/migrations/" not in name:
            yield name, ast.parse((ROOT / name).read_text())


def test_no_second_public_class_of_a_name():
    places = defaultdict(list)
    for name, tree in _modules():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and node.name != "Command":
                places[node.name].append(name)
    twice = {name: found for name, found in places.items() if len(found) > 1}
    pairs = {name for name, found in twice.items() if all(one.startswith(ENGINES) for one in found)}
    assert pairs == PAIRS
    assert {name: found for name, found in twice.items() if name not in pairs} == {}


def test_limits_say_what_they_limit():
    bare = [
        f"{name}: {target.id}"
        for name, tree in _modules()
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        for one in (target.elts if isinstance(target, ast.Tuple) else [target])
        if isinstance(one, ast.Name) and BARE_LIMIT.match(one.id)
    ]
    assert bare == []


def _words(name: str) -> set[str]:
    """The words of a name in CamelCase or snake_case, or of a path."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_modules_classes_and_functions_have_standard_names():
    private = [
        f"{name}: {defined}"
        for name, tree in _modules()
        for defined in (name, *(node.name for node in ast.walk(tree) if isinstance(node, DEFINITIONS)))
        if _words(defined) & PRIVATE_WORDS
    ]
    assert private == []


def test_words_of_a_name():
    assert _words("LockToldMixin") == {"lock", "told", "mixin"}
    assert _words("news/models/turning_day.py") == {"news", "models", "turning", "day", "py"}
    assert _words("URLAsked") == {"url", "asked"}
