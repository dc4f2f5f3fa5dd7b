"""What a form in a browser has of its own."""

import re

import pytest

from cms import checks

pytestmark = pytest.mark.browser

EVERY_NAME = """() => {
  const names = [];
  for (let of = document.createElement("form"); of; of = Object.getPrototypeOf(of))
    names.push(...Object.getOwnPropertyNames(of));
  return names;
}"""


def test_the_check_knows_every_property_that_a_field_may_be_named_like(open_page):
    names = open_page("/it/").evaluate(EVERY_NAME)
    fields = [name for name in names if re.fullmatch(r"[a-z_]+", name)]
    assert "action" in fields
    assert [name for name in fields if not checks.hides(name) and name not in checks.UNREAD] == []
