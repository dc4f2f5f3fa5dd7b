"""What an address asks to compare, however odd it is."""

import pytest

from funding.catalogue.comparison.choice import Choice, SheetVersion, by_language, pick, query, read_choice

VERSIONS = [
    SheetVersion(1, "a", "A", "it"),
    SheetVersion(2, "a-en", "A", "en"),
    SheetVersion(3, "b", "B", "it"),
    SheetVersion(4, "a", "C", "en"),
    SheetVersion(5, "7", "D", "it"),
    SheetVersion(7, "e", "E", "it"),
    SheetVersion(9, "f", "F", "en"),
]


@pytest.mark.parametrize(
    ("pairs", "choice"),
    [
        ([], Choice()),
        ([("s", "a"), ("s", "b"), ("s", "a")], Choice(("a", "b"))),
        ([("s", ""), ("s", "  "), ("s", "\0"), ("s", " a\0 ")], Choice(("a",))),
        ([("s", "x" * 256)], Choice()),
        ([("rows", "different"), ("s", "a")], Choice(("a",), only_different=True)),
        ([("rows", "odd")], Choice()),
        ([("q", " due  parole "), ("q", "altre")], Choice(words="due parole")),
        ([("q", "x" * 9000)], Choice(words="x" * 255)),
        ([("s", str(n)) for n in range(10_000)], Choice(tuple(str(n) for n in range(20)))),
    ],
)
def test_an_address_is_read_kindly(pairs, choice):
    assert read_choice(pairs) == choice


def test_only_what_can_be_the_number_of_a_page_is_taken_for_one():
    assert Choice(("12", "٣", "-1", "1.5", "9" * 30, "a1")).ids == (12,)


@pytest.mark.parametrize(
    ("requested", "language", "keys", "unknown", "too_many"),
    [
        (["a", "b"], "it", ["A", "B"], [], False),
        (["b", "a"], "it", ["B", "A"], [], False),
        (["a"], "en", ["C"], [], False),
        (["a-en", "a"], "it", ["A"], [], False),
        (["3", "b"], "it", ["B"], [], False),
        (["7"], "it", ["D"], [], False),
        (["no", "b", "99"], "it", ["B"], ["no", "99"], False),
        (["a", "b", "7", "e"], "it", ["A", "B", "D", "E"], [], False),
        (["a", "b", "7", "e", "f"], "it", ["A", "B", "D", "E"], [], True),
        ([], "it", [], [], False),
    ],
)
def test_a_sheet_is_found_by_slug_in_either_language_or_by_id(requested, language, keys, unknown, too_many):
    picked = pick(requested, VERSIONS, language)
    assert (list(picked.keys), list(picked.unknown), picked.too_many) == (keys, unknown, too_many)


def test_an_address_keeps_its_order_in_every_language():
    assert query(["b", "a & o"]) == "s=b&s=a+%26+o"
    assert query(["b"], only_different=True) == "s=b&rows=different"
    assert by_language(VERSIONS[:3], ["B", "A"], False) == {"it": "s=b&s=a", "en": "s=a-en"}
