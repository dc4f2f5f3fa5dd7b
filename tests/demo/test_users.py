"""The demonstration's editor."""

import stat
from importlib import import_module

import pytest
from django.contrib.auth import get_user_model

from demo.users import demo_editor


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_the_password_is_random_and_kept_for_its_owner_only(db, tmp_path):
    login = demo_editor()
    file = tmp_path / "demo-login.txt"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert login.password in file.read_text() and len(login.password) >= 16
    user = get_user_model().objects.get(username=login.name)
    assert user.check_password(login.password)
    assert user.wagtail_userprofile.preferred_language == "it"


def test_a_later_run_tells_the_same_login(db):
    assert demo_editor() == demo_editor()
    assert get_user_model().objects.count() == 1


def test_a_fresh_database_keeps_the_password_that_was_told(db):
    login = demo_editor()
    get_user_model().objects.all().delete()
    assert demo_editor() == login
    assert get_user_model().objects.get().check_password(login.password)


def test_no_password_is_told_where_none_is_known(db, tmp_path):
    demo_editor()
    (tmp_path / "demo-login.txt").unlink()
    assert demo_editor() is None


def test_the_editor_can_log_in(db, client):
    login = demo_editor()
    assert client.login(username=login.name, password=login.password)
    assert client.get("/admin/").status_code == 200


def test_nothing_of_this_exists_in_production(monkeypatch):
    for name, value in {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "example.org,127.0.0.1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("BASE_URL", "https://example.org")
    monkeypatch.setenv("EMAIL_URL", "smtp://mail.example.org")
    assert "demo" not in import_module("portal.settings.production").INSTALLED_APPS
