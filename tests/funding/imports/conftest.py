from datetime import date
from pathlib import Path

import pytest

from funding.imports.readers import read_file

from .bringing import source  # noqa: F401

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 23)


@pytest.fixture
def data():
    """The folder of invented rows in the formats of the sources."""
    return DATA


@pytest.fixture
def read():
    """The records and refusals of a file, by identifier."""

    def read(source, name, today=TODAY, **kwargs):  # noqa: F811
        return read_file(source, DATA / name if isinstance(name, str) else name, today, **kwargs)

    return read


@pytest.fixture(autouse=True)
def own_data_dir(settings, tmp_path):
    """Refused rows and uploads of a test stay with it."""
    settings.DATA_DIR = tmp_path / "var"
    settings.DATA_DIR.mkdir()
