"""An administrator who reads the admin in English."""

import pytest
from wagtail.users.models import UserProfile


@pytest.fixture
def admin_client(admin_client, admin_user):
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = "en"
    profile.save()
    return admin_client
