"""A folder that one look takes in."""

import subprocess
from collections import Counter
from pathlib import Path

from tests.docs.test_names import ROOT

MAX_MODULES = 25  # on one level, `__init__` included


def modules_by_folder() -> Counter:
    """Modules of Python and JavaScript, by folder; without tests and migrations."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py", "*.js"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = [Path(name) for name in listed.stdout.split() if (ROOT / name).exists()]
    return Counter(
        str(file.parent) for file in files if file.parts[0] != "tests" and "migrations" not in file.parts
    )


def test_no_folder_has_too_many_modules():
    counted = modules_by_folder()
    assert counted["site/editors"] > 10
    full = {folder: count for folder, count in counted.items() if count > MAX_MODULES}
    assert full == {}, "Make a package, named for its subject."
