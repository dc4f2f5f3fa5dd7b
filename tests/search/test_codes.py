"""What the words of a question mean: codes and figures."""

import pytest

from search.understanding.codes import code_keys, query_keys
from tests.search.reading import read


@pytest.mark.parametrize(
    "typed",
    [
        "m1c3 i1.3",
        "M1C3I1.3",
        "M1C3 1.3",
        "m1c3i1.03.00",
        "M1 C3 I 1.3",
        "M1-C3-I1.3",
        "m1c3",
        "M1C3I1",
        "m1",
    ],
)
def test_the_code_of_a_measure_is_found_however_it_is_typed(typed):
    [alternatives] = read(f"{typed}").values() or [set()]
    assert set(query_keys(typed)) & code_keys("Misura M1C3I1.3, teatri")
    assert alternatives <= set(query_keys(typed))


@pytest.mark.parametrize("typed", ["M1C3I1.4", "M2C3I1.3", "M1C3I1.31", "M1C3 2.3"])
def test_another_code_is_not_found(typed):
    assert not set(query_keys(typed)) & code_keys("M1C3I1.3")


@pytest.mark.parametrize("typed", ["J51B21000123001", "j51b21000123001", "J51B 2100 0123 001"])
def test_a_cup_is_found_in_any_case_and_with_blanks(typed):
    [(words, alternatives)] = read(typed).items()
    assert words == typed
    assert {words.lower(), *alternatives} & code_keys("CUP: J51B21000123001.")


@pytest.mark.parametrize("typed", ["3.3.A", "3.3.a", "33A"])
def test_a_code_with_signs_is_found_without_them(typed):
    assert set(query_keys(typed)) & code_keys("Int. 3.3.A")


@pytest.mark.parametrize("typed", ["ECS 00000017", "ecs 00000017", "ECS00000017"])
def test_letters_before_a_long_number_are_a_code(typed):
    [(words, alternatives)] = read(typed).items()
    assert {words.lower(), *alternatives} & code_keys("THE (ECS00000017)")


def test_money_and_years_are_no_codes():
    assert list(read("EUR 0350000 teatri 202600")) == ["0350000", "teatri", "202600"]


@pytest.mark.parametrize(
    "typed", ["missione 4 componente 2", "Missione 4, Componente 2", "mission 4 component 2 investment 1.5"]
)
def test_a_measure_is_found_with_its_parts_spelt_out(typed):
    [(words, alternatives)] = read(typed).items()
    assert words == typed
    assert alternatives & code_keys("M4C2I1.5")


def test_a_year_beside_a_code_can_also_stand_alone():
    assert list(read("m1c3 2026")) == ["m1c3 2026"]


def test_figures_are_found_with_and_without_signs():
    assert read("15.000") == {"15.000": {"15000"}}
    assert read("15 000 posti") == {"15 000": {"15000"}, "posti": set()}
    assert read("15000") == {"15000": {"15 000"}}
    assert read("15.500.010") == {"15.500.010": {"15500010"}}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("650 mila", "650000"),
        ("650mila", "650000"),
        ("650k", "650000"),
        ("1,5 milioni", "1500000"),
        ("1.5 million", "1 500 000"),
        ("2 MLN", "2000000"),
        ("1.500.000", "1.5 milioni"),
        ("2000000", "2 million"),
    ],
)
def test_a_figure_counted_in_thousands_or_millions_is_that_figure(typed, meant):
    [alternatives] = read(typed).values()
    assert meant in alternatives


def test_euro_beside_a_figure_is_not_looked_for():
    assert list(read("150,000 euro venues", language="en")) == ["150,000", "venues"]
    assert list(read("euro 650 mila")) == ["650 mila"]
    assert list(read("zona euro")) == ["zona", "euro"]


def test_a_year_is_only_a_year():
    assert read("2026") == {"2026": set()}
