"""A password that is chosen is none that can be guessed, wherever it is chosen, and why not is told."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import trans_real
from wagtail.users.models import UserProfile

pytestmark = pytest.mark.django_db
GOOD = "un-lungo-telaio-42"
# Each with what is told in Italian.
BAD = {
    "corta-1": "troppo corta",
    "password1234": "troppo comune",
    "183746592837465": "interamente numerica",
    "ada.lovelace": "troppo simile a",
}


@pytest.fixture(autouse=True)
def real_catalogues(settings):
    settings.LOCALE_PATHS = [settings.ROOT / "site" / "locale", settings.ROOT / "site" / "wagtail_locale"]
    trans_real._translations.clear()
    yield
    trans_real._translations.clear()


@pytest.fixture
def ada(tree):
    user = get_user_model().objects.create_superuser("ada.lovelace", "ada@example.org", GOOD)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "it"
    profile.save()
    return user


@pytest.fixture
def client(ada):
    client = Client(HTTP_ACCEPT_LANGUAGE="it")
    client.force_login(ada)
    return client


def create(client, ada, password):
    data = {"username": "ada.lovelace2", "email": "a@example.org", "first_name": "A", "last_name": "L"}
    return client.post(
        reverse("wagtailusers_users:add"), data | {"password1": password, "password2": password}
    )


def edit(client, ada, password):
    data = {
        "username": ada.username,
        "email": ada.email,
        "first_name": "A",
        "last_name": "L",
        "is_active": "on",
    }
    address = reverse("wagtailusers_users:edit", args=[ada.pk])
    return client.post(address, data | {"password1": password, "password2": password})


def change(client, ada, password):
    data = {
        "name_email-first_name": "Ada",
        "name_email-last_name": "Lovelace",
        "locale-preferred_language": "it",
        "locale-current_time_zone": "Europe/Rome",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "password-old_password": GOOD,
    }
    data |= {f"password-new_password{number}": password for number in (1, 2)}
    return client.post(reverse("wagtailadmin_account"), data)


def reset(client, ada, password):
    number, token = urlsafe_base64_encode(force_bytes(ada.pk)), default_token_generator.make_token(ada)
    visitor = Client(HTTP_ACCEPT_LANGUAGE="it")
    there = visitor.get(reverse("wagtailadmin_password_reset_confirm", args=[number, token])).url
    return visitor.post(there, {"new_password1": password, "new_password2": password})


@pytest.mark.parametrize("way", [create, edit, change, reset])
@pytest.mark.parametrize("password", BAD)
def test_a_password_that_can_be_guessed_is_refused_with_the_reason(client, ada, way, password):
    answer = way(client, ada, password)
    assert answer.status_code == 200
    assert BAD[password] in answer.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(GOOD)


@pytest.mark.parametrize("way", [create, edit, change, reset])
def test_a_good_one_is_taken(client, ada, way):
    assert way(client, ada, "un-altro-ordito-77").status_code == 302


def test_a_password_from_before_still_logs_in(client, ada):
    ada.set_password("x")
    ada.save()
    answer = Client().post("/admin/login/", {"username": ada.username, "password": "x"})
    assert answer.status_code == 302
