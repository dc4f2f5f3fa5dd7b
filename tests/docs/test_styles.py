"""Style sheets: a component a file, every file loaded, no rule for what no page has."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
CSS = ROOT / "site/static/css"
BUNDLES = ("components", "blocks", "pages")
CLASS = re.compile(r"\.([a-z][\w-]*)")
# Set by Wagtail's own pages and by Draftail, which admin.css and editor.css adapt.
ADMIN = {"admin.css", "editor.css"}


def _without_values(text: str) -> str:
    """What stands before the braces of a style sheet, without comments, strings and declarations."""
    text = re.sub(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'", "", text, flags=re.DOTALL)
    return " ".join(head for head in re.findall(r"[^{};]*(?=\{)", text) if not head.strip().startswith("@"))


def _words_of_the_site() -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "*.html", "*.py", "*.js"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = [name for name in listed.stdout.split() if not name.startswith("tests/")]
    return {word for name in names for word in re.findall(r"[a-z][\w-]*", (ROOT / name).read_text())}


def test_a_bundle_imports_every_file_of_its_folder():
    for bundle in BUNDLES:
        imported = re.findall(r'@import "(.+?)";', (CSS / f"{bundle}.css").read_text())
        found = {f"{bundle}/{path.name}" for path in (CSS / bundle).glob("*.css")}
        assert len(imported) == len(set(imported)) and set(imported) == found


def test_no_class_is_styled_that_nothing_writes():
    words = _words_of_the_site()
    unused = {
        f"{path.relative_to(CSS)}: .{name}"
        for path in CSS.rglob("*.css")
        if path.name not in ADMIN
        for name in CLASS.findall(_without_values(path.read_text()))
        if name not in words
    }
    assert unused == set()
