"""PNRR measure codes are shown in one form, however a source pads them."""

import pytest

from funding.domain.measures import component_of, mission_of, normalise


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("M1C3I1.3", "M1C3I1.3"),
        ("M1C3I1.03.00", "M1C3I1.3"),
        ("M1C3I01.03", "M1C3I1.3"),
        ("m1c3 i1.3 ", "M1C3I1.3"),
        ("M1C3I1.02.01", "M1C3I1.2.1"),
        ("M1C1I1.10", "M1C1I1.10"),
        ("M2C2R3", "M2C2R3"),
        ("M7C1", "M7C1"),
    ],
)
def test_a_code_is_normalised(written, code):
    assert normalise(written) == code
    assert normalise(code) == code


@pytest.mark.parametrize(
    "written", ["", "M8C1", "M1", "M1C3X1.3", "M1C3I", "M1C3I1.2.3.4", "I1.3", "M1C3I1.3)"]
)
def test_anything_else_is_refused_with_an_example(written):
    with pytest.raises(ValueError, match=r"M1C3I1\.3"):
        normalise(written)


def test_a_code_names_its_mission_and_component():
    assert component_of("M1C3I1.3") == "M1C3"
    assert mission_of("M1C3") == "M1"
