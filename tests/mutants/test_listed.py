"""The list of faults keeps up with the code, so that `make mutants` can be run at any time."""

import pytest

from .fault import ROOT, all_faults

MIN_FAULTS = 60


def test_there_are_enough():
    assert len({fault.name for fault in all_faults()}) >= MIN_FAULTS


@pytest.mark.parametrize("fault", list(all_faults()), ids=lambda fault: fault.name[:80])
def test_the_line_stands_once_and_its_tests_are_there(fault):
    assert (ROOT / fault.path).read_text().count(fault.right) == 1
    assert all((ROOT / name).exists() for name in fault.tests)
