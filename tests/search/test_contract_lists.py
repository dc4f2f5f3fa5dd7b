"""What every engine owes: filters, computed cases, true counts, orders, pages, changes."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from search.query import Case, FacetCount, Flag, Range, SearchQuery, Sort
from tests.factories.search import document

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
STATUS = (
    Case("suspended", ((Flag("suspended"),),)),
    Case("open", ((Flag("suspended", False), Range("closes", low=NOW)),)),
    Case("closed", ((Flag("suspended", False), Range("closes", high=NOW)),)),
)


@pytest.fixture
def ask(engine):
    return lambda words="", **more: engine.search(SearchQuery("it", words, **more))


@pytest.fixture
def titles(ask):
    return lambda words="", **more: [hit.title for hit in ask(words, **more).hits]


def counts(results, name):
    return {one.value: one.count for one in results.facets[name]}


@pytest.fixture
def mixed(fill):
    fill(
        document("Uno", type="news", day=date(2024, 1, 1), facets={"topic": ("cinema", "musica")}),
        document("Due", type="news", day=date(2025, 1, 1), facets={"topic": ("cinema",)}),
        document("Tre", type="event", day=date(2025, 2, 1), facets={"topic": ("musica",)}),
        document("Quattro", type="event"),
    )


def test_values_are_joined_by_or_and_filters_by_and(mixed, titles):
    assert titles(filters={"topic": ("cinema", "musica")}, sort=Sort.TITLE) == ["Due", "Tre", "Uno"]
    assert titles(filters={"topic": ("musica",), "type": ("news",)}) == ["Uno"]
    assert titles(filters={"topic": ("unknown",)}) == []
    assert len(titles(filters={"topic": ()})) == 4


def test_counts_are_true_and_blind_to_their_own_filter(mixed, ask):
    results = ask(filters={"type": ("news",)}, facets=("type", "topic", "year"))
    assert counts(results, "type") == {"news": 2, "event": 2}
    assert counts(results, "topic") == {"cinema": 2, "musica": 1}
    assert counts(results, "year") == {"2024": 1, "2025": 1}
    results = ask(filters={"type": ("news",), "topic": ("musica",)}, facets=("type", "topic"))
    assert counts(results, "type") == {"news": 1, "event": 1}
    assert counts(results, "topic") == {"cinema": 2, "musica": 1}


def test_choosing_a_counted_value_shows_as_many_pages(mixed, ask):
    filters = {"topic": ("musica",)}
    for one in ask(filters=filters, facets=("type",)).facets["type"]:
        assert ask(filters={**filters, "type": (one.value,)}).total == one.count


def test_counts_hold_for_hundreds_of_values(fill, ask):
    fill(*(document(str(n), facets={"topic": (f"t{n:03}",)}) for n in range(300)))
    assert ask(facets=("topic",)).facets["topic"] == tuple(FacetCount(f"t{n:03}", 1) for n in range(300))


@pytest.mark.parametrize("number", [40, 600])
def test_values_are_counted_one_by_one_however_pages_bring_them_together(fill, ask, number):
    topics = [(f"t{n:03}", f"t{(n * 7 + 1) % number:03}", "comune", "comune") for n in range(number)]
    fill(*(document(str(n), facets={"topic": values}) for n, values in enumerate(topics)))
    found = counts(ask(facets=("topic",)), "topic")
    assert found == Counter(value for values in topics for value in set(values))
    assert found["comune"] == number


def test_a_computed_case_filters_and_counts_like_a_stored_value(fill, ask, titles):
    fill(
        document("Aperto", moments={"closes": NOW + DAY}),
        document("A sportello"),
        document("Chiuso", moments={"closes": NOW - DAY}),
        document("Sospeso", moments={"closes": NOW + DAY}, flags={"suspended": True}),
    )
    cases = {"status": STATUS}
    assert titles(cases=cases, filters={"status": ("open",)}, sort=Sort.TITLE) == ["A sportello", "Aperto"]
    assert len(titles(cases=cases, filters={"status": ("open", "suspended")})) == 3
    assert titles(cases=cases, filters={"status": ("no-such-case",)}) == []
    results = ask(cases=cases, filters={"status": ("closed",)}, facets=("status",))
    assert [(one.value, one.count) for one in results.facets["status"]] == [
        ("suspended", 1),
        ("open", 2),
        ("closed", 1),
    ]


def test_a_moment_is_kept_to_the_microsecond(fill, titles):
    fill(document("Chiude", moments={"closes": NOW}))
    instant = timedelta(microseconds=1)
    assert titles(ranges=(Range("closes", low=NOW),)) == ["Chiude"]
    assert titles(ranges=(Range("closes", low=NOW + instant),)) == []
    assert titles(ranges=(Range("closes", high=NOW),)) == []
    assert titles(ranges=(Range("closes", high=NOW + instant),)) == ["Chiude"]


def test_an_amount_that_is_not_known_is_not_zero(fill, titles):
    fill(document("Grande", numbers={"grant_max": Decimal("50000.50")}), document("Ignoto"))
    assert titles(ranges=(Range("grant_max", low=Decimal("50000.50")),)) == ["Grande"]
    assert titles(ranges=(Range("grant_max", high=Decimal("1")),)) == []
    assert titles(ranges=(Range("grant_max", low=0, high=60_000),)) == ["Grande"]


def test_a_bound_on_something_unknown_is_a_mistake_of_the_program(fill, ask):
    fill(document())
    with pytest.raises(LookupError):
        ask(ranges=(Range("no_such_number", low=1),))


def test_deadline_order_puts_what_can_still_be_asked_for_first(fill, titles):
    fill(
        document("Chiuso da poco", moments={"closes": NOW - DAY}),
        document("Chiuso in anticipo", moments={"closes": NOW + 9 * DAY, "closed_early_at": NOW - 2 * DAY}),
        document("Chiuso da tempo", moments={"closes": NOW - 90 * DAY}),
        document("Non si sa", flags={"undated": True}),
        document("Senza scadenza"),
        document("Apre fra un mese", moments={"opens": NOW + 30 * DAY, "closes": NOW + 40 * DAY}),
        document("Apre domani", moments={"opens": NOW + DAY}),
        document("Chiuso prima di aprire", moments={"opens": NOW + DAY, "closes": NOW - 100 * DAY}),
        document("Apre adesso", moments={"opens": NOW, "closes": NOW + 50 * DAY}),
        document("Fra un mese", moments={"closes": NOW + 30 * DAY}),
        document("Domani", moments={"closes": NOW + DAY}),
        document("Sospeso", moments={"closes": NOW + DAY}, flags={"suspended": True}),
    )
    expected = [
        "Domani",
        "Fra un mese",
        "Apre adesso",
        "Senza scadenza",
        "Non si sa",
        "Apre domani",
        "Apre fra un mese",
        "Sospeso",
        "Chiuso da poco",
        "Chiuso in anticipo",
        "Chiuso da tempo",
        "Chiuso prima di aprire",
    ]
    assert titles(sort=Sort.DEADLINE, now=NOW, per=20) == expected
    by_pages = [titles(sort=Sort.DEADLINE, now=NOW, page=page, per=2) for page in range(1, 7)]
    assert [title for page in by_pages for title in page] == expected


def test_the_other_orders_and_what_has_no_value_last(fill, titles):
    fill(
        document("Zeta", page_id=812, day=date(2025, 1, 1), numbers={"grant_max": Decimal(10)}),
        document("Èlite", page_id=811, day=date(2025, 1, 1), numbers={"grant_max": Decimal(2_000_000)}),
        document("alfa", page_id=813, day=date(2026, 1, 1)),
        document("Beta", page_id=814, numbers={"grant_max": Decimal(2_000_000)}),
    )
    assert titles(sort=Sort.TITLE) == ["alfa", "Beta", "Èlite", "Zeta"]
    assert titles(sort=Sort.NEWEST) == ["alfa", "Èlite", "Zeta", "Beta"]
    assert titles(sort=Sort.AMOUNT) == ["Èlite", "Beta", "Zeta", "alfa"]
    assert titles() == titles(sort=Sort.NEWEST)


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_show_each_hit_once_and_a_page_too_far_is_the_last(fill, ask, sort):
    fill(*(document("Uguale", page_id=number) for number in range(1, 24)))
    seen = [hit.page_id for page in (1, 2, 3) for hit in ask("uguale", sort=sort, page=page).hits]
    assert seen == list(range(1, 24))
    beyond = ask("uguale", sort=sort, page=10**6)
    assert (beyond.page, beyond.pages, beyond.total, len(beyond.hits)) == (3, 3, 23, 3)
    assert ask("uguale", page=0).page == 1


def test_a_hit_carries_what_a_list_shows(fill, ask):
    fill(
        document(
            "Titolo",
            page_id=99,
            type="funding",
            url="/it/bandi/x/",
            summary="Sommario",
            day=date(2025, 3, 1),
            moments={"closes": NOW},
            flags={"results_pending": True},
        )
    )
    [hit] = ask().hits
    assert (hit.page_id, hit.type, hit.title, hit.url) == (99, "funding", "Titolo", "/it/bandi/x/")
    assert (hit.summary, hit.day, hit.moments, hit.flags) == (
        "Sommario",
        date(2025, 3, 1),
        {"closes": NOW},
        {"results_pending": True},
    )


def test_a_document_put_again_replaces_the_first_and_a_removed_one_is_gone(fill, engine, titles):
    fill(document("Vecchio", page_id=5), document("Altro", page_id=6))
    with engine.changes("it") as changes:
        changes.put([document("Nuovo", page_id=5)])
        changes.remove([6, 777])
    assert titles() == ["Nuovo"]
    assert engine.count("it") == 1


def test_a_change_that_fails_half_way_leaves_no_trace(fill, engine, titles):
    fill(document("Intatto", page_id=5))
    with pytest.raises(ZeroDivisionError), engine.changes("it") as changes:
        changes.remove([5])
        raise ZeroDivisionError
    assert titles() == ["Intatto"]


def test_the_old_index_answers_until_the_new_one_is_ready(fill, engine, titles):
    fill(document("Vecchio"))
    with engine.rebuild("it") as changes:
        changes.put([document("Nuovo")])
        assert engine.rebuilding("it")
        assert titles() == ["Vecchio"]
    assert not engine.rebuilding("it")
    assert titles() == ["Nuovo"]


def test_a_rebuild_that_fails_changes_nothing(fill, engine, titles):
    fill(document("Vecchio"))
    with pytest.raises(ZeroDivisionError), engine.rebuild("it"):
        raise ZeroDivisionError
    assert titles() == ["Vecchio"]


def test_languages_do_not_mix(engine):
    for language in ("it", "en"):
        with engine.rebuild(language) as changes:
            changes.put([document(f"Museum {language}", language=language)])
    assert [hit.title for hit in engine.search(SearchQuery("en", "museum")).hits] == ["Museum en"]
