"""What editors see: frequent searches, and searches that find nothing."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse

from search.models import SearchCount

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_word(monkeypatch):
    """Words that hardly anybody asks for have tests of their own."""
    monkeypatch.setattr("search.counting.report.MIN_SEARCHES", 0)


DAY = date(2026, 11, 20)


def searched(words, searches=1, without_results=0, language="it", day=DAY):
    SearchCount.objects.create(
        day=day, language=language, words=words, searches=searches, without_results=without_results
    )


@pytest.fixture
def editor(django_user_model):
    """Somebody who may enter the admin and nothing else."""
    user = django_user_model.objects.create_user("ugo", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


@pytest.fixture
def report(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("ada", password="x"))
    return lambda **parameters: client.get(reverse("search_report"), parameters)


def rows(answer):
    return [dict(row) for row in answer.context["object_list"]]


def test_words_are_added_up_over_the_days(report):
    searched("museo", 3, 1)
    searched("museo", 2, 0, day=date(2026, 11, 21))
    searched("museo", 1, language="en")
    searched("seta", 9)
    assert rows(report())[1] == {"words": "museo", "language": "it", "total": 5, "fruitless": 1}
    assert [(row["words"], row["language"]) for row in rows(report())] == [
        ("seta", "it"), ("museo", "it"), ("museo", "en"),
    ]  # fmt: skip


def test_only_what_found_nothing(report):
    searched("museo", 3, 0)
    searched("xyz", 2, 2)
    assert [row["words"] for row in rows(report(fruitless="yes"))] == ["xyz"]


def test_a_language_and_a_period_narrow_searches(report):
    searched("museo", 1)
    searched("museo", 10, day=date(2026, 10, 1))
    searched("museum", 1, language="en")
    answer = report(language="it", day_from="2026-11-20", day_to="2026-11-20")
    assert [(row["words"], row["total"]) for row in rows(answer)] == [("museo", 1)]


@pytest.mark.parametrize(
    "parameters",
    [{"day_from": "ieri"}, {"language": "xx"}, {"fruitless": "boh"}, {"ordering": "'"}, {"p": "x"}],
)
def test_filters_that_make_no_sense_are_no_error(report, parameters):
    searched("museo")
    assert report(**parameters).status_code == 200


def test_the_order_can_be_chosen(report):
    searched("museo", 3, 0)
    searched("xyz", 2, 2)
    assert [row["words"] for row in rows(report(ordering="-fruitless"))] == ["xyz", "museo"]
    assert [row["words"] for row in rows(report(ordering="words"))] == ["museo", "xyz"]


def test_it_can_be_taken_away_as_a_table(report):
    searched("museo, seta", 3, 1)
    text = b"".join(report(export="csv").streaming_content).decode()
    assert list(csv.reader(io.StringIO(text)))[1] == ["museo, seta", "it", "3", "1"]
    book = openpyxl.load_workbook(io.BytesIO(b"".join(report(export="xlsx").streaming_content)))
    assert [cell.value for cell in book.active[2]] == ["museo, seta", "it", 3, 1]


def test_words_are_shown_as_words(report):
    searched("<script>alert(1)</script>")
    assert "<script>alert(1)" not in report().content.decode()


def test_without_counts_it_is_said_that_there_are_none(report):
    assert report().status_code == 200


def test_the_report_asks_the_same_of_many_counts(report, django_assert_max_num_queries):
    def asked():
        with django_assert_max_num_queries(40) as queries:
            report()
        return len(queries)

    searched("prima")
    report()
    few = asked()
    for number in range(40):
        searched(f"parole {number}", number, number)
    assert asked() == few


@pytest.mark.parametrize("name", ["search_report", "search_report_results"])
def test_who_may_not_see_it_is_told_so(client, editor, name):
    client.force_login(editor)
    assert client.get(reverse(name)).status_code == 403
    assert client.get(reverse(name), {"export": "csv"}).status_code == 403


def test_a_permission_opens_it(client, editor):
    editor.user_permissions.add(Permission.objects.get(codename="view_searchcount"))
    client.force_login(editor)
    assert client.get(reverse("search_report")).status_code == 200
    assert reverse("search_report") in client.get("/admin/reports/aging-pages/", follow=True).content.decode()


def test_a_visitor_is_sent_to_the_login(client):
    answer = client.get(reverse("search_report"))
    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/")


def test_the_words_can_be_tried_in_their_language(report):
    searched("museo & seta", language="en")
    assert 'href="/en/search/?q=museo+%26+seta"' in report().content.decode()


def remedies(answer) -> dict[str, str]:
    """What can be done about the first line, by its label."""
    row = BeautifulSoup(answer.content, "html.parser").select_one("main table tbody tr")
    return {link.get_text(): link["href"] for link in row.select("a")}


@pytest.mark.parametrize(("label", "field"), [("Add a synonym", "synonymgroup"), ("Pin a page", "bestbet")])
def test_each_line_leads_to_a_form_that_begins_with_its_words(report, client, label, field):
    searched("museo & seta", 3, 3, language="en")
    address = remedies(report())[label]
    assert field in address
    form = client.get(address).context["form"]
    assert (form["terms"].value(), form["language"].value()) == ("museo & seta", "en")
    shown = BeautifulSoup(client.get(address).content, "html.parser")
    assert shown.select_one("textarea[name=terms]").get_text().strip() == "museo & seta"
    assert shown.select_one("select[name=language] option[selected]")["value"] == "en"


def test_only_what_one_may_do_is_offered(client, editor):
    searched("museo", 3, 3)
    for permission in ("view_searchcount", "add_synonymgroup"):
        editor.user_permissions.add(Permission.objects.get(codename=permission))
    client.force_login(editor)
    assert set(remedies(client.get(reverse("search_report")))) == {"Try it", "Add a synonym"}
