"""What was typed when the session ended, the page was deleted or a permission was taken away."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from tests.cms.open_forms import JSON, OpenForm, edit_address
from tests.factories import pages
from tests.translation.conftest import article_form

pytestmark = pytest.mark.django_db

FROM_HERE = {"HTTP_ORIGIN": "http://testserver"}
TYPED = "Due sere in piazza, e poi <si> vede."


@pytest.fixture
def form(anna, tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision().publish()
    form = OpenForm(anna, page, article_form(page, summary=TYPED))
    form.page = page
    return form


def send(form, **headers):
    return form.client.post(form.address, form.data, **(FROM_HERE | headers))


def test_after_the_session_has_ended_it_is_sent_again(form, anna):
    form.client = Client()
    answer = send(form)
    assert answer.status_code == 403
    kept = answer.context["fields"]
    assert dict(kept) == form.data | {"summary": TYPED} == {name: str(value) for name, value in kept}
    assert "&lt;si&gt;" in answer.content.decode()
    assert anna.post(form.address, dict(kept), **FROM_HERE).status_code == 302
    form.page.refresh_from_db()
    assert form.page.summary == TYPED


def test_a_login_in_another_tab_makes_a_new_token(form):
    """The form has the old one: it is kept, with the new one, and sent again."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = form.client.cookies
    strict.get(form.address)
    form.client = strict
    answer = send(form)
    assert answer.status_code == 403
    token = {"csrfmiddlewaretoken": str(answer.context["csrf_token"])}
    assert strict.post(form.address, dict(answer.context["fields"]) | token, **FROM_HERE).status_code == 302


def test_what_another_site_sends_is_not_kept(form):
    form.client = Client()
    for origin in ("https://example.org", "null"):
        assert send(form, HTTP_ORIGIN=origin).status_code == 302


def test_a_page_that_has_been_deleted_leaves_the_text(form):
    form.page.delete()
    rich = {
        "body-0-value": json.dumps({"blocks": [{"text": "Un testo"}, {"text": "lungo"}], "entityMap": {}})
    }
    form.data |= rich
    answer = send(form)
    assert answer.status_code == 404
    text = answer.content.decode()
    assert "deleted" in text
    assert "Un testo\nlungo" in text
    assert "Save what I typed" not in text


def test_who_may_not_edit_any_more_keeps_the_text(form, django_user_model):
    user = django_user_model.objects.get(username="Anna")
    user.is_superuser = False
    user.save()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    answer = send(form)
    assert answer.status_code == 403
    assert "You may not edit this any more" in answer.content.decode()


@pytest.mark.parametrize(
    ("act", "code", "lost"), [("logout", "locked", False), ("delete", "invalid_revision", True)]
)
def test_an_autosave_is_told_in_a_sentence(form, act, code, lost):
    if act == "delete":
        form.page.delete()
    else:
        form.client = Client()
    answer = send(form, **JSON).json()
    assert (answer["success"], answer["error_code"], answer["lost"]) == (False, code, lost)
    assert answer["error_message"].endswith(".")


def test_other_forms_are_none_of_its_business(client):
    answer = client.post(reverse("wagtailadmin_pages:delete", args=[1]), {"next": "/"}, **FROM_HERE)
    assert answer.status_code == 302


def test_what_is_saved_leads_on(form):
    assert send(form).status_code == 302
    assert form.client.get(edit_address(form.page)).status_code == 200


def test_what_was_typed_has_the_labels_of_its_fields_and_nothing_that_was_chosen(form):
    form.client = Client()
    texts = send(form).context["texts"]
    assert ("Title", "Concerto") in texts and ("Summary", TYPED) in texts
    typed = {text for _label, text in texts}
    assert not typed & {form.data["slug"], form.data["kind"]}


def test_an_autosave_after_the_end_of_the_session_names_the_way_to_the_login(form):
    form.client = Client()
    assert send(form, **JSON).json()["log_in"] == reverse("wagtailadmin_login")
