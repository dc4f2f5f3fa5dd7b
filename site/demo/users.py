"""The demonstration's editor, with a password that nobody else knows."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.users.models import UserProfile

NAME = "editor"


@dataclass(frozen=True)
class Login:
    """How to log in, as it was made at the first run."""

    name: str
    password: str


def login_file() -> Path:
    """Where the login is kept, for its owner's eyes only."""
    return settings.DATA_DIR / "demo-login.txt"


def demo_editor() -> Login | None:
    """The editor's login, made at the first run. None where the file is gone: the password is not known."""
    users = get_user_model()
    existing = _read()
    if users.objects.filter(username=NAME).exists():
        return existing
    login = existing or Login(NAME, secrets.token_urlsafe(12))
    user = users.objects.create_superuser(NAME, email="editor@example.org", password=login.password)
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = settings.LANGUAGE_CODE
    profile.save()
    if existing is None:
        _write(login)
    return login


def _read() -> Login | None:
    try:
        name, password = login_file().read_text().split()
    except FileNotFoundError:
        return None
    return Login(name, password)


def _write(login: Login) -> None:
    descriptor = os.open(login_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(f"{login.name} {login.password}\n")
