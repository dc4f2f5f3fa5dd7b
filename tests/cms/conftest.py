"""Two people who edit, and a page for them."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.users.models import UserProfile

from tests.factories import pages


@pytest.fixture
def login_as(db):
    def make(name):
        user = get_user_model().objects.create_superuser(name, f"{name}@example.org", "x", first_name=name)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "en"
        profile.save()
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def anna(login_as):
    return login_as("Anna")


@pytest.fixture
def bruno(login_as):
    return login_as("Bruno")


@pytest.fixture
def article(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision().publish()
    return page
