"""Guessing at secrets is slowed, then locked, by account and by address, and told in words."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from delivery.attempts import models, rules
from delivery.attempts.models import AttemptCount
from tests.access.hidden import restrict
from tests.factories.media import attachment
from tests.factories.pages import article

pytestmark = pytest.mark.django_db
PASSWORD = "un-lungo-telaio-42"
ADMIN, READERS = "/admin/login/", "/it/_util/login/"


@pytest.fixture
def editor(tree):
    return get_user_model().objects.create_superuser("Ada", "ada@example.org", PASSWORD)


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


def log_in(name="Ada", password=PASSWORD, where=ADMIN, address="192.0.2.1"):
    return Client(REMOTE_ADDR=address).post(where, {"username": name, "password": password})


def guess(clock, number, **how):
    """Wrong passwords, as fast as they are taken; the last answer."""
    for _number in range(number):
        answer = log_in(password="wrong", **how)
        clock.shift(timedelta(minutes=1))
    return answer


@pytest.mark.parametrize("where", [ADMIN, READERS])
def test_a_wrong_password_is_told_and_the_right_one_logs_in(editor, where):
    assert log_in(password="wrong", where=where).status_code == 200
    assert log_in(where=where).status_code == 302


@pytest.mark.parametrize("where", [ADMIN, READERS])
@pytest.mark.parametrize("name", ["Ada", "nobody"])
def test_an_account_is_locked_whether_it_is_there_or_not_and_opens_by_time(editor, clock, where, name):
    for number in range(10):
        assert log_in(name, "wrong", where, f"192.0.2.{number}").status_code == 200
        clock.shift(timedelta(minutes=1))
    wrong, right = (log_in(name, password, where, "192.0.2.99") for password in ("wrong", PASSWORD))
    for answer in (wrong, right):
        assert answer.status_code == 429
        assert answer["Retry-After"] == str(14 * 60)
        assert "this is locked for 14 minutes" in answer.content.decode()
    clock.shift(timedelta(minutes=14))
    assert log_in(name, where=where).status_code == (302 if name == "Ada" else 200)


def test_wrong_ones_are_slowed_before_they_are_locked(editor, clock):
    assert [log_in(password="wrong").status_code for _number in range(5)] == [200] * 3 + [429] * 2
    waiting = log_in()
    assert waiting.status_code == 429 and waiting["Retry-After"] == "1"
    clock.shift(timedelta(seconds=1))
    assert log_in(password="wrong").status_code == 200
    clock.shift(timedelta(seconds=1))
    assert log_in()["Retry-After"] == "1"  # two seconds by now
    clock.shift(timedelta(seconds=1))
    assert log_in().status_code == 302


def test_who_asks_while_it_is_locked_does_not_lock_it_for_longer(editor, clock):
    guess(clock, 10)
    until = models.locked().get(kind=rules.ACCOUNT).locked_until
    guess(clock, 5)
    assert models.locked().get(kind=rules.ACCOUNT).locked_until == until


def test_the_name_is_counted_however_it_is_typed(editor, clock):
    for name in ["ada", "ADA", " Ada", "Ａda"] * 3:
        guess(clock, 1, name=name)
    assert models.locked().filter(kind=rules.ACCOUNT).exists()
    assert log_in().status_code == 429


def test_an_address_is_locked_over_all_accounts_and_others_are_not(editor, clock, settings):
    settings.LOGIN_ATTEMPTS_PER_ADDRESS = 20
    for number in range(20):
        guess(clock, 1, name=f"name-{number}")
    assert log_in().status_code == 429
    assert log_in(address="192.0.2.2").status_code == 302


def test_a_right_password_does_not_clear_the_address(editor, clock, settings):
    """Whoever has an account of their own could else try others for ever."""
    settings.LOGIN_ATTEMPTS_PER_ADDRESS = 20
    for number in range(20):
        guess(clock, 1, name=f"name-{number}")
        log_in()
        clock.shift(timedelta(seconds=5))
    assert models.locked().filter(kind=rules.ADDRESS).exists()


def test_people_of_one_office_who_log_in_lock_nothing(editor, settings):
    settings.LOGIN_ATTEMPTS_PER_ADDRESS = 5
    assert {log_in().status_code for _number in range(12)} == {302}


def test_what_is_long_ago_is_forgotten(editor, clock):
    guess(clock, 9)
    clock.shift(timedelta(hours=2))
    guess(clock, 9)
    assert not models.locked().exists()


def test_many_at_once_are_counted_before_they_are_looked_at(editor, clock, monkeypatch):
    """Each that is under way has been counted: a second one sees it."""
    seen = []
    monkeypatch.setattr(
        "django.contrib.auth.forms.authenticate",
        lambda request, **given: seen.append(AttemptCount.objects.get(kind=rules.ACCOUNT).failures),
    )
    for _number in range(3):
        log_in(password="wrong")
    assert seen == [1, 2, 3]


def test_a_command_unlocks(editor, clock):
    guess(clock, 10)
    call_command("unlock", "ADA")
    assert log_in().status_code == 302
    with pytest.raises(CommandError):
        call_command("unlock")


def test_no_name_that_was_typed_is_kept(editor, clock):
    guess(clock, 1, name="my-secret-password")
    kept = AttemptCount.objects.values_list("subject", "shown", "kind")
    assert len(kept) == 2 and "my-secret-password" not in str(list(kept))


def test_counts_are_deleted_after_a_day(editor, clock):
    guess(clock, 10)
    guess(clock, 2, name="somebody else")  # not locked
    before = AttemptCount.objects.count()
    call_command("prune_attempts")
    assert AttemptCount.objects.count() == before == 3
    clock.shift(timedelta(days=1))
    call_command("prune_attempts")
    assert not AttemptCount.objects.exists()


def test_the_password_of_a_page_is_not_guessed(tree, client, clock):
    page = article(tree.news, slug="riservata")
    restriction = restrict(page, PageViewRestriction.PASSWORD)
    address = f"/it/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    _guess_private(client, clock, address)


def test_the_password_of_a_document_is_not_guessed(tree, client, clock, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    collection = Collection.get_first_root_node().add_child(name="Riservati")
    attachment(content=b"x", collection=collection)
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="password", password="open"
    )
    _guess_private(client, clock, f"/documents/authenticate_with_password/{restriction.pk}/")


def _guess_private(client, clock, address):
    data = {"password": "wrong", "return_url": "/it/"}
    for _number in range(20):
        assert client.post(address, data).status_code == 200
        clock.shift(timedelta(minutes=1))
    refused = client.post(address, data)
    assert refused.status_code == 429 and int(refused["Retry-After"]) > 60
    assert "Too many attempts" in refused.content.decode() and "site-foot" in refused.content.decode()
    assert client.post(address, data, REMOTE_ADDR="192.0.2.2").status_code == 200


def test_an_open_session_does_not_find_the_password(editor, clock):
    client = Client()
    client.force_login(editor)
    data = {"password-old_password": "wrong", "password-new_password1": "x", "password-new_password2": "x"}
    for _number in range(10):
        client.post("/admin/account/", data)
        clock.shift(timedelta(minutes=1))
    page = client.post("/admin/account/", data | {"password-old_password": PASSWORD}).content.decode()
    assert "this is locked for" in page


def test_mails_for_a_new_password_are_few_and_the_answer_tells_nothing(editor, client, clock):
    answers = {
        client.post("/admin/password_reset/", {"email": "ada@example.org"}).url for _number in range(9)
    }
    assert len(answers) == 1
    assert client.post("/admin/password_reset/", {"email": "ADA@example.org"}).status_code == 302
    assert len(mail.outbox) == 5
    clock.shift(timedelta(hours=1))
    client.post("/admin/password_reset/", {"email": "ada@example.org"})
    assert len(mail.outbox) == 6
