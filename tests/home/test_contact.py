"""The contact form: what is sent is kept and mailed, mistakes are told in words, floods are stopped."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

from home.models import ContactPage
from tests.factories import pages

pytestmark = pytest.mark.django_db
MAX_MESSAGES_PER_HOUR = 5


@pytest.fixture(autouse=True)
def few_messages(settings):
    settings.LIMITS = settings.LIMITS | {"messages": MAX_MESSAGES_PER_HOUR}


def question(number, label, kind="singleline", required=True, choices=()):
    value = {"label": label, "kind": kind, "required": required, "help_text": "", "choices": list(choices)}
    return {"type": "field", "id": f"block-{number}", "value": value}


@pytest.fixture
def contact(tree):
    return pages.add(
        ContactPage,
        tree.home,
        title="Contatti",
        slug="contatti",
        consent="I agree.",
        thanks="Thank you, it has been sent.",
        to_address="office@example.org",
        fields=[
            question(1, "Name", required=False),
            question(2, "E-mail", kind="email"),
            question(3, "About", kind="dropdown", choices=["A call", "Else"]),
            question(4, "Message", kind="multiline"),
        ],
    )


FILLED = {
    "f_block_1": "Ada",
    "f_block_2": "ada@example.org",
    "f_block_3": "A call",
    "f_block_4": "When does it close?",
    "consent": "on",
}


def test_a_message_is_kept_mailed_and_thanked_for(client, contact):
    answer = client.post(contact.url, FILLED, follow=True)
    assert answer.redirect_chain[0][1] == 302  # reloading sends nothing again
    assert "Thank you, it has been sent." in answer.content.decode()
    again = client.get(answer.redirect_chain[0][0]).content.decode()
    assert "Thank you" not in again  # neither a reload nor the bare address thanks anybody
    kept = FormSubmission.objects.get()
    assert kept.form_data["f_block_4"] == "When does it close?"
    assert "consent" not in kept.form_data
    (message,) = mail.outbox
    assert message.to == ["office@example.org"] and message.reply_to == ["ada@example.org"]
    assert "Message: When does it close?" in message.body


def test_mistakes_are_named_at_the_field_and_above_and_nothing_typed_is_lost(client, contact):
    answer = client.post(contact.url, FILLED | {"f_block_2": "ada", "f_block_4": "", "consent": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Fill in “Message”." in page
    assert 'href="#id_f_block_2"' in page and 'id="id_f_block_2_error"' in page
    assert 'value="ada"' in page and 'value="Ada"' in page
    assert "Without your consent" in page
    assert "autofocus" in page  # the summary is where the visitor is taken
    assert not FormSubmission.objects.exists() and not mail.outbox


def test_a_program_that_falls_into_the_trap_is_thanked_and_forgotten(client, contact):
    answer = client.post(contact.url, FILLED | {"website": "https://spam.example"})
    assert answer.status_code == 302
    assert not FormSubmission.objects.exists() and not mail.outbox


def test_a_flood_is_stopped_and_what_was_typed_stays(client, contact):
    cache.clear()
    for _number in range(MAX_MESSAGES_PER_HOUR):
        assert client.post(contact.url, FILLED).status_code == 302
    answer = client.post(contact.url, FILLED)
    assert answer.status_code == 429
    assert "When does it close?" in answer.content.decode()
    assert FormSubmission.objects.count() == MAX_MESSAGES_PER_HOUR
    assert client.post(contact.url, FILLED, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_behind_a_proxy_each_sender_is_counted_by_themselves(client, contact, settings):
    settings.TRUSTED_PROXIES = 1
    cache.clear()

    def send(addresses: str) -> int:
        return client.post(contact.url, FILLED, HTTP_X_FORWARDED_FOR=addresses).status_code

    made_up = [f"203.0.113.{number}, 192.0.2.7" for number in range(MAX_MESSAGES_PER_HOUR + 1)]
    assert [send(each) for each in made_up] == [302] * MAX_MESSAGES_PER_HOUR + [429]
    assert send("192.0.2.8") == 302


def test_without_a_proxy_nobody_passes_for_another(client, contact):
    cache.clear()
    for number in range(MAX_MESSAGES_PER_HOUR):
        client.post(contact.url, FILLED, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
    assert client.post(contact.url, FILLED, HTTP_X_FORWARDED_FOR="192.0.2.99").status_code == 429


def test_a_mail_server_that_is_down_loses_nothing(client, contact, monkeypatch):
    def fail(*args, **kwargs):
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr("home.models.contact.send_mail", fail)
    assert client.post(contact.url, FILLED).status_code == 302
    assert FormSubmission.objects.count() == 1


def test_a_form_of_another_site_is_refused(contact):
    assert Client(enforce_csrf_checks=True).post(contact.url, FILLED).status_code == 403


def test_hostile_text_is_shown_as_text(client, contact):
    answer = client.post(contact.url, FILLED | {"f_block_1": "<script>alert(1)</script>", "f_block_4": ""})
    assert "<script>alert" not in answer.content.decode()


def test_an_answer_that_is_not_in_the_list_is_refused(client, contact):
    assert client.post(contact.url, FILLED | {"f_block_3": "Else?"}).status_code == 422


def test_the_page_is_not_kept_by_caches(client, contact):
    assert "no-store" in client.get(contact.url)["Cache-Control"]


def test_editors_read_the_messages(admin_client, client, contact):
    client.post(contact.url, FILLED)
    listing = admin_client.get(reverse("wagtailforms:list_submissions", args=[contact.pk]))
    assert "When does it close?" in listing.content.decode()


def test_a_formula_in_a_message_is_text_in_the_table(admin_client, client, contact):
    client.post(contact.url, FILLED | {"f_block_4": '=HYPERLINK("https://evil.example")'})
    address = reverse("wagtailforms:list_submissions", args=[contact.pk])
    table = admin_client.get(address, {"export": "csv"}).getvalue().decode()
    assert "'=HYPERLINK" in table


def test_old_messages_are_deleted(contact):
    old = FormSubmission.objects.create(page=contact, form_data={})
    FormSubmission.objects.filter(pk=old.pk).update(submit_time=timezone.now() - timedelta(days=31))
    new = FormSubmission.objects.create(page=contact, form_data={})
    call_command("prune_messages", days=30)
    assert list(FormSubmission.objects.all()) == [new]
    with pytest.raises(CommandError):
        call_command("prune_messages", days=0)


def test_the_questions_are_translated_and_keep_their_names(contact, tree):
    english = pages.translate(contact, tree.english.locale)
    names = [[field.clean_name for field in page.get_form_fields()] for page in (contact, english)]
    assert names[0] == names[1]


def test_what_the_sender_sees_afterwards_can_be_previewed(contact):
    answer = contact.make_preview_request(preview_mode="landing")
    assert contact.thanks in answer.content.decode()
