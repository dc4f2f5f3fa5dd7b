"""Tests that need a browser or a server stand in the folders that the Makefile reads for them."""

import re

import pytest
from django.conf import settings

MAKEFILE = settings.ROOT / "Makefile"
TESTS = settings.ROOT / "tests"


@pytest.mark.parametrize(("marker", "target"), [("browser", "test-browser"), ("service", "test-servers")])
def test_no_marked_test_is_left_out(marker, target):
    [folders] = re.findall(rf"^{target}: FOLDERS = (.*)$", MAKEFILE.read_text(), re.MULTILINE)
    marked = [path for path in TESTS.rglob("*.py") if re.search(rf"\bmark\.{marker}\b", path.read_text())]
    read = [settings.ROOT / folder for folder in folders.split()]
    assert marked
    assert [path for path in marked if not any(path.is_relative_to(folder) for folder in read)] == []
