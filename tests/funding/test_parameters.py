"""Any address is a question: what makes no sense is ignored and told, what does is kept."""

from datetime import date
from decimal import Decimal

import pytest

from cms.list_page.params import MAX_VALUES, read_pairs
from funding.catalogue.finder.addresses import address
from funding.catalogue.finder.parameters import FinderParameters, parse
from funding.catalogue.finder.values import day_or_none, number_or_none


def read(query: str):
    return parse(read_pairs(query))


def test_an_empty_address_asks_for_everything_by_deadline():
    parameters, problems = read("")
    assert parameters == FinderParameters()
    assert (parameters.sort, parameters.page, parameters.per) == ("deadline", 1, 10)
    assert not problems
    assert not parameters.active


def test_values_may_repeat_in_any_order():
    parameters, problems = read(
        "region=ITI4&q=digitale&beneficiary=cooperative&region=ITC4&region=ITI4&status=open&beneficiary=enterprise"
    )
    assert parameters.values("region") == ("ITI4", "ITC4")
    assert parameters.values("beneficiary") == ("cooperative", "enterprise")
    assert parameters.words == "digitale"
    assert not problems


def test_every_single_value_is_read():
    parameters, problems = read(
        "amount=50.000&closes_before=2026-12-31&closes_after=2026-11-01&opens_after=2026-10-01"
        "&sort=amount&per=25&page=3&measure=m1c3i1.03.00&grantor=ministero-della-cultura"
    )
    assert parameters.amount == Decimal(50000)
    assert parameters.closes_before == date(2026, 12, 31)
    assert parameters.closes_after == date(2026, 11, 1)
    assert parameters.opens_after == date(2026, 10, 1)
    assert (parameters.sort, parameters.per, parameters.page) == ("amount", 25, 3)
    assert parameters.values("measure") == ("M1C3I1.3",)
    assert parameters.values("grantor") == ("ministero-della-cultura",)
    assert not problems


def test_an_order_is_read_in_capitals_too():
    parameters, problems = read("sort=AMOUNT")
    assert (parameters.sort, problems) == ("amount", ())


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("status=strange", ("unknown", "status")),
        ("region=ITC4&region=Atlantis", ("unknown", "region")),
        ("measure=M9C9", ("unknown", "measure")),
        ("grantor=%3Cscript%3E", ("unknown", "grantor")),
        ("closes_before=2026-02-30", ("day", "closes_before")),
        ("closes_after=yesterday", ("day", "closes_after")),
        ("opens_after=0001-01-01", ("day", "opens_after")),
        ("opens_after=9999-12-31", ("day", "opens_after")),
        ("amount=-5", ("amount", "amount")),
        ("amount=1e999", ("amount", "amount")),
        ("amount=NaN", ("amount", "amount")),
        ("amount=mille+anni", ("amount", "amount")),
        ("page=0", ("page", "page")),
        ("page=-1", ("page", "page")),
        ("page=99999999999999999999", ("page", "page")),
        ("page=two", ("page", "page")),
        ("per=1000", ("unknown", "per")),
        ("sort=random", ("unknown", "sort")),
    ],
)
def test_what_makes_no_sense_is_ignored_and_told(query, problem):
    parameters, problems = read(query)
    assert [(one.kind, one.name) for one in problems] == [problem]
    expected = {"region": ("ITC4",)} if "ITC4" in query else {}
    assert parameters == FinderParameters(filters=expected)


@pytest.mark.parametrize(
    "query",
    [
        "foo=bar&utm_source=x",
        "status=&region=&q=&amount=&page=&closes_before=",
        "&&&=&=x&q",
        "q=%00",
        "%ff=%fe",
    ],
)
def test_foreign_and_empty_parameters_pass_in_silence(query):
    parameters, problems = read(query)
    assert parameters == FinderParameters()
    assert not problems


def test_ten_thousand_values_are_cut_and_told():
    parameters, problems = read("&".join(f"grantor=ente-{number}" for number in range(10_000)))
    assert len(parameters.values("grantor")) == MAX_VALUES
    assert [(one.kind, one.name) for one in problems] == [("too-many", "grantor")]


def test_a_problem_repeats_no_more_than_a_little_of_what_was_typed():
    _, problems = read("&".join(f"region={'x' * 5000}{number}" for number in range(40)))
    assert sum(len(value) for value in problems[0].values) < 200


def test_repeated_single_values_join_to_the_wider_one():
    parameters, _ = read(
        "amount=500&amount=100&closes_before=2026-01-01&closes_before=2026-02-01&q=uno&q=due"
        "&closes_after=2026-01-01&closes_after=2026-02-01"
    )
    assert parameters.amount == 100
    assert parameters.closes_before == date(2026, 2, 1)
    assert parameters.closes_after == date(2026, 1, 1)
    assert parameters.words == "uno due"


def test_the_address_is_the_state():
    query = (
        "q=cinema+e+teatro&status=open&region=ITI4&region=ITC4&amount=1500.50"
        "&closes_before=2026-12-31&sort=title&per=50&page=2"
    )
    parameters, _ = read(query)
    again, problems = read(address("/it/bandi/", parameters).partition("?")[2])
    assert again == parameters
    assert not problems
    assert address("/it/bandi/", FinderParameters()) == "/it/bandi/"


def test_a_filter_or_one_value_of_it_can_be_dropped():
    parameters, _ = read("q=arte&region=ITI4&region=ITC4&amount=5&page=4")
    assert parameters.without("region", "ITI4").values("region") == ("ITC4",)
    assert parameters.without("region").values("region") == ()
    assert parameters.without("amount").amount is None
    assert parameters.without("q").words == ""
    assert parameters.without("q").page == 1
    assert parameters.active == ("q", "region", "amount")


def test_days_and_numbers_are_strict():
    assert day_or_none("2024-02-29") == date(2024, 2, 29)
    assert day_or_none("31/12/2026") == day_or_none("31.12.2026") == date(2026, 12, 31)
    for text in (
        "2026-W10-1",
        "20261231",
        "12/31/2026",
        "31/12/26",
        "30/02/2026",
        "31/12/0002",
        "0002-12-31",
    ):
        assert day_or_none(text) is None
    assert number_or_none("7") == 7
    assert number_or_none("٣") is None
