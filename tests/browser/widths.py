"""The phone and the desk."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page

PHONE, DESK = 390, 1280
either = pytest.mark.parametrize("width", [PHONE, pytest.param(DESK, marks=pytest.mark.long)])


def fits(page: Page, width: int) -> None:
    """Wait until the page lies in its new width, and nothing sticks out at the side."""
    page.wait_for_function(
        "width => innerWidth === width && document.documentElement.scrollWidth <= width", arg=width
    )


def at_widths(paths: Iterable[str]):
    """Each path at both widths; the short form has one of the two, in turn: mostly the Italian page on the
    phone and the English one on the desk."""
    pairs = []
    for number, path in enumerate(paths):
        for place, width in enumerate((PHONE, DESK)):
            marks = [pytest.mark.long] if number % 2 != place else []
            pairs.append(pytest.param(path, width, marks=marks))
    return pytest.mark.parametrize(("path", "width"), pairs)
