"""Which lines of several sheets differ: pure data in, pure data out."""

from collections import namedtuple
from dataclasses import replace

import pytest

from cms.presentation import Fact
from funding.catalogue.comparison.rows import only_different, side_by_side

Group = namedtuple("Group", "title facts")
ORDER = ("who", "where", "much", "closes")
A = Fact("Who", ("Cooperativa", "Impresa"), key="who")


def groups(*facts: Fact) -> list[Group]:
    """Two groups: "When" holds the closing day, "What" all the rest."""
    return [
        Group("What", [fact for fact in facts if fact.key != "closes"]),
        Group("When", [fact for fact in facts if fact.key == "closes"]),
    ]


def row(*cells: Fact | None):
    columns = [(f"Sheet {n}", groups(cell) if cell else []) for n, cell in enumerate(cells)]
    ((only,),) = [section.rows for section in side_by_side(columns, ORDER)]
    return only


@pytest.mark.parametrize(
    ("cells", "differs"),
    [
        ((A, A), False),
        ((A, Fact("Who", ("Impresa", "Cooperativa"), key="who")), False),
        ((A, Fact("Who", ("impresa ", "COOPERATIVA"), key="who")), False),
        ((A, Fact("Who", ("Impresa",), key="who")), True),
        ((A, A, Fact("Who", ("Impresa",), key="who")), True),
        ((A, None), True),
        ((None, None, A), True),
        ((A, Fact("Who", (), key="who")), True),
        ((Fact("Who", (), key="who"), None), False),
        ((Fact("Who", ("10%",), note="di tutto", key="who"), Fact("Who", ("10%",), key="who")), True),
        ((Fact("Who", (), note="di chi?", key="who"), Fact("Who", (), key="who")), True),
        (
            (
                Fact("P", ("Pagina",), url="https://a", key="who"),
                Fact("P", ("Pagina",), url="https://b", key="who"),
            ),
            False,
        ),
        ((A,), False),
    ],
)
def test_a_line_differs_when_the_sheets_say_different_things(cells, differs):
    assert row(*cells).differs is differs


@pytest.mark.parametrize(
    ("cells", "same"),
    [
        ((A, A), True),
        ((A, A, Fact("Who", ("Impresa",), key="who")), False),
        ((A, replace(A, values=A.values[::-1])), False),
        ((A, replace(A, url="https://a")), False),
        ((Fact("Who", (), key="who"), None), False),
    ],
)
def test_one_cell_stands_for_all_only_where_nothing_is_lost(cells, same):
    assert row(*cells).same is same


def test_every_line_is_there_once_in_the_order_of_the_sheet():
    first = groups(Fact("How much", ("1 €",), key="much"), Fact("Closes", ("oggi",), key="closes"))
    second = groups(A, Fact("Where", ("Lazio",), key="where"), Fact("How much", ("2 €",), key="much"))
    what, when = side_by_side([("First", first), ("Second", second)], ORDER)
    assert (what.title, [one.key for one in what.rows]) == ("What", ["who", "where", "much"])
    assert (when.title, [one.key for one in when.rows]) == ("When", ["closes"])
    who, _where, much = what.rows
    assert who.cells == (("First", None), ("Second", A))
    assert [cell.values for _title, cell in much.cells] == [("1 €",), ("2 €",)]


def test_a_line_that_the_order_does_not_know_comes_last():
    facts = [Fact("New", ("x",), key="new"), A]
    (what,) = side_by_side([("First", groups(*facts)), ("Second", [])], ORDER)
    assert [one.key for one in what.rows] == ["who", "new"]


def test_what_is_the_same_can_be_left_out():
    first = groups(A, Fact("Closes", ("oggi",), key="closes"))
    second = groups(A, Fact("Closes", ("domani",), key="closes"))
    sections = side_by_side([("First", first), ("Second", second)], ORDER)
    assert [[one.key for one in section.rows] for section in only_different(sections)] == [["closes"]]


def test_nothing_to_compare_is_no_mistake():
    assert side_by_side([], ORDER) == [] == only_different([])
