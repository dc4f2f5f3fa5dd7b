"""An administrator at work, and what a translator would write, made by the program."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation


@pytest.fixture
def admin(db):
    """A logged-in client that may do everything, and reads English."""
    user = get_user_model().objects.create_superuser("admin", "admin@example.org", "x")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def submit(admin, tree):
    """Submits a page or a snippet for translation into English, as an editor does; gives the translation."""

    def submit(instance, **more):
        name, args = _submit_address(instance)
        answer = admin.post(
            reverse(f"wagtail_localize:{name}", args=args), {"locales": [tree.english.locale.pk], **more}
        )
        assert answer.status_code == 302, answer.content.decode()
        return Translation.objects.get(
            source__object_id=instance.translation_key, target_locale=tree.english.locale
        )

    return submit


def _submit_address(instance):
    if hasattr(instance, "url_path"):
        return "submit_page_translation", [instance.pk]
    meta = instance._meta
    return "submit_snippet_translation", [meta.app_label, meta.model_name, instance.pk]


def english(text: str) -> str:
    """The text as its translator writes it: every word group between tags is marked."""
    return re.sub(r"(^|>)(\s*)([^<\s])", r"\1\2EN \3", text)


def upload(client, translation, content: bytes):
    """Give back a PO file; the answer is the page that the editor sees then."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    file = SimpleUploadedFile("back.po", content)
    return client.post(address, {"file": file, "next": "/admin/reports/locked/"}, follow=True)


def download(client, translation):
    """The PO file that a translator gets."""
    return client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk])).content


def article_form(page, **changes) -> dict:
    """What the editor of an article without body sends when it is published."""
    values = {name: getattr(page, name) for name in ("title", "slug", "summary", "kind", "author")}
    empty = {name: inline_formset([]) for name in ("topic_links", "related_links", "comments")}
    form = {**values, "body": streamfield([]), **empty, "action-publish": "1"}
    return nested_form_data({**form, **changes})
