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
BARE_LIMIT = re.compile(r"_?(MOST|LONGEST|LARGEST|LEAST|FEW|MANY|SHORTEST|FARTHEST|OLDEST)(_|$)")


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
        if isinstance(target, ast.Name) and BARE_LIMIT.match(target.id)
    ]
    assert bare == []
