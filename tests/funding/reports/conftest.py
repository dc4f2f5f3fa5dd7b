"""The people of the roles and a frozen clock."""

from tests.editors.dashboard.conftest import (  # noqa: F401
    _clock,
    an_expert,
    author,
    browser,
    busy,
    chief,
    expert,
    person,
    site,
    translator,
)
