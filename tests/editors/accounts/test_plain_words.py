"""Lists, menus and windows of the admin say what they hold and do, in plain words."""

import csv
import io
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Workflow, WorkflowTask

from editors.accounts.roles import ADMINISTRATOR, AUTHOR, EDITOR_IN_CHIEF
from home.models import ContactPage
from search.models import SynonymGroup

from .conftest import stored
from .test_saying_when import SAID, editor, schedule, send
from .test_workflow import _values, decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(person):
    user = person(AUTHOR)
    user.first_name, user.last_name = "Enzo", "Prova"
    user.save()
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def waiting(writer, site):
    site.article.unpublish()
    send(writer, site.article, **{"action-submit": "1"})
    return stored(site.article)


def soup(client, address: str, **data) -> BeautifulSoup:
    answer = client.get(address, data)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(part) -> str:
    return " ".join(part.get_text(" ").split())


def options(page: BeautifulSoup, name: str) -> set[str]:
    return {words(option) for option in page.select(f'[name="{name}"] option')}


def test_filters_name_kinds_and_people_as_the_rows_do(chief, waiting):
    assert "Article" in options(soup(chief, reverse("report_approvals")), "kind")
    for name in ("workflow", "workflow_tasks"):
        page = soup(chief, reverse(f"wagtailadmin_reports:{name}"))
        assert not any(" | " in words(option) for option in page.select("option")), name
    people = options(soup(chief, reverse("wagtailadmin_reports:workflow")), "requested_by")
    assert "Enzo Prova" in people and "author" not in people


def test_the_filter_of_locked_pages_names_people_in_full(chief, writer, site):
    user = get_user_model().objects.get(username="author")
    site.article.locked, site.article.locked_by, site.article.locked_at = True, user, timezone.now()
    site.article.save()
    people = options(soup(chief, reverse("wagtailadmin_reports:locked_pages")), "locked_by")
    assert "Enzo Prova" in people


@pytest.mark.parametrize(
    "name", ["report_approvals", "wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks"]
)
def test_a_report_counts_requests_for_approval(chief, waiting, name):
    told = words(soup(chief, reverse(name)))
    assert "1 request for approval" in told
    assert "Task state" not in told and "Workflow state" not in told


def test_the_list_of_forms_has_no_names_of_code(admin_client, site):
    page = ContactPage(title="Contatti", slug="contatti", consent="Sì", thanks="Grazie")
    site.home.add_child(instance=page)
    told = words(soup(admin_client, reverse("wagtailforms:index")))
    assert "Contatti" in told and "contactpage" not in told


def test_exports_hold_the_hour_of_the_screen(admin_client, site):
    moment = datetime(2027, 7, 1, 10, 32, 5, 123456, tzinfo=ZoneInfo("Europe/Rome"))
    PageLogEntry.objects.all().delete()
    PageLogEntry.objects.log_action(site.article, "wagtail.edit", timestamp=moment)
    address = reverse("wagtailadmin_reports:site_history")
    answer = admin_client.get(address, {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[1][-1] == "2027-07-01 10:32"
    sheet = load_workbook(
        io.BytesIO(b"".join(admin_client.get(address, {"export": "xlsx"}).streaming_content))
    )
    assert sheet.active.cell(2, len(rows[1])).value == datetime(2027, 7, 1, 10, 32)


def test_two_mistakes_of_one_field_are_two_sentences(chief, site):
    hours = {"go_live_at": "01/02/2027 09:00", "expire_at": "01/02/2020 09:00"}
    told = " ".join(send(chief, site.article, **hours).split())
    assert (
        "Go live date/time must be before expiry date/time. Expiry date/time must be in the future." in told
    )


def menu(client, page) -> list[str]:
    parts = soup(client, editor(page)).select(
        "form[data-edit-form] .footer button, form[data-edit-form] .footer a"
    )
    return [words(part) for part in parts]


def test_who_approves_is_offered_to_publish_once(chief, waiting):
    offered = menu(chief, waiting)
    assert "Approve and publish" in offered and "Approve and publish, with a comment" in offered
    assert "Publish" not in offered


def test_the_menu_of_what_needs_no_approval_is_there(admin_client):
    group = SynonymGroup.objects.create(language="it", terms="teatro\nscena")
    address = reverse(SynonymGroup.snippet_viewset.get_url_name("edit"), args=[group.pk])
    assert soup(admin_client, address).select("form[data-edit-form] .footer button")


def test_the_window_for_the_comment_says_that_it_publishes_and_when(chief, waiting):
    task = waiting.current_workflow_task_state
    for name in ("collect_workflow_action_data", "workflow_action"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[waiting.pk, "approve", task.pk])
        window = BeautifulSoup(chief.get(address).json()["html"], "html.parser")
        assert words(window.select_one("form button")) == "Approve and publish, with a comment"
    schedule(waiting)
    assert f"Approve and publish, with a comment: {SAID}" in chief.get(address).json()["html"]


def test_before_the_last_step_approving_does_not_publish(chief, writer, site):
    workflow = Workflow.objects.get()
    first = workflow.workflow_tasks.get()
    WorkflowTask.objects.create(workflow=workflow, task=_another_task(), sort_order=first.sort_order + 1)
    site.article.unpublish()
    send(writer, site.article, **{"action-submit": "1"})
    offered = menu(chief, site.article)
    assert "Approve" in offered and "Approve, with a comment" in offered and "Publish" in offered
    decide(chief, stored(site.article).current_workflow_state, "reject", "No.")
    assert "Submit again from the first step" in menu(writer, site.article)


def _another_task():
    task = GroupApprovalTask.objects.create(name="Direzione")
    task.groups.add(Group.objects.get(name=EDITOR_IN_CHIEF.name))
    return task


def test_what_was_sent_back_is_submitted_again_in_one_way(chief, writer, waiting):
    decide(chief, waiting.current_workflow_state, "reject", "No.")
    offered = menu(writer, waiting)
    assert "Submit again for approval" in offered
    assert not any("workflow" in each or "first step" in each for each in offered)


def test_a_place_that_takes_no_such_pages_says_so(chief, site):
    address = reverse("wagtailadmin_pages:move_confirm", args=[site.article.pk, site.stories.pk])
    for send_to in (chief.get, chief.post):
        told = " ".join(send_to(address, follow=True).content.decode().split())
        assert f"“{site.stories.title}” takes no pages of this kind: Article." in told
    assert stored(site.article).get_parent().pk == site.news.pk


@pytest.fixture
def redirect_form(admin_client, site):
    def fill(target: str):
        data = {"old_path": "/uno/", "redirect_link": target, "site": "", "redirect_page": ""}
        return admin_client.post(reverse("wagtailredirects:add"), data)

    return fill


def test_a_redirect_leads_to_a_path_of_the_site(redirect_form, site):
    path = site.article.get_url()
    assert path.startswith("/")
    assert redirect_form(path).status_code == 302
    assert Redirect.objects.get().redirect_page_id == site.article.pk


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/due/", "There is nothing at this address that the public can read."),
        ("due", "or a path of this site"),
    ],
)
def test_a_target_that_is_none_is_refused_in_words(redirect_form, target, said):
    assert said in redirect_form(target).content.decode()
    assert not Redirect.objects.exists()


def test_the_list_of_people_says_their_roles(person, admin_client, site):
    user = person(EDITOR_IN_CHIEF)
    user.groups.add(Group.objects.get(name=ADMINISTRATOR.name))
    page = soup(admin_client, reverse("wagtailusers_users:index"))
    told = words(page.select_one("table"))
    assert "Administrator, Editor-in-chief" in told and "Superuser" in told
    form = soup(admin_client, reverse("wagtailusers_users:edit", args=[user.pk]))
    assert "Superuser" in words(form.select_one("label[for=id_is_superuser]"))


def test_the_list_of_people_takes_as_many_queries_for_more(person, admin_client):
    counts = []
    for role in (AUTHOR, EDITOR_IN_CHIEF, ADMINISTRATOR):
        person(role)
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(reverse("wagtailusers_users:index"))
        counts.append(len(queries))
    assert counts[1] == counts[2]


def test_a_page_saves_itself_before_it_has_a_slug(chief, site):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", site.news.pk])
    form = chief.get(address).context["form"]
    data = dict(_values(form)) | {"title": "Una notte", "slug": ""}
    answer = chief.post(address, data, headers={"accept": "application/json"})
    assert answer.status_code == 200, answer.content
    page = Page.objects.get(title="Una notte")
    assert page.slug == "una-notte"


def test_an_emptied_slug_stays_what_it_was(chief, site):
    send(chief, site.article, slug="", title="Altro titolo")
    assert stored(site.article).get_latest_revision_as_object().slug == "notizia"
