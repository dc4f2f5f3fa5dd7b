"""Some tests start processes of their own, which find the site only where it is installed."""

from importlib.metadata import PackageNotFoundError, distribution

import pytest


def require_installed(name: str = "intreccio") -> None:
    """End the run with one line that says what to do, where the site is not installed."""
    try:
        distribution(name)
    except PackageNotFoundError:
        pytest.exit("The site is not installed in this environment: run `make test`.", returncode=4)
