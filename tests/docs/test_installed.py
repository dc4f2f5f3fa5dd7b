"""Plain ``pytest`` in an environment without the site says what to run."""

import pytest

from tests.installed import require_installed


def test_without_the_site_the_run_ends_with_what_to_do():
    with pytest.raises(pytest.exit.Exception, match="run `make test`"):
        require_installed("a-package-that-nobody-has-installed")


def test_with_it_the_run_goes_on():
    require_installed()
