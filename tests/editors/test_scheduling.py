"""A schedule lies ahead, is forgotten when it is cancelled, and speaks of the version that it is for."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from news.models import ArticlePage
from tests.cms.open_forms import OpenForm, edit_address
from tests.translation.conftest import article_form

pytestmark = pytest.mark.django_db


def schedule(client, page, when):
    form = article_form(page, go_live_at=timezone.localtime(when).strftime("%d/%m/%Y %H:%M"))
    del form["action-publish"]
    return OpenForm(client, page, form).submit("action-publish")


def test_an_hour_that_has_passed_is_refused_beside_its_field(anna, article):
    answer = schedule(anna, article, timezone.now() - timedelta(days=1))
    assert answer.status_code == 200
    assert "This hour has passed" in str(answer.context["form"].errors["go_live_at"])


def test_of_a_public_page_the_version_is_told_and_a_cancelled_schedule_is_forgotten(anna, article):
    answer = schedule(anna, article, timezone.now() + timedelta(days=2))
    assert answer.status_code == 302
    said = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    assert "This version of “Concerto” will appear on" in said
    revision = article.revisions.get(approved_go_live_at__isnull=False)
    anna.post(reverse("wagtailadmin_pages:revisions_unschedule", args=[article.pk, revision.pk]))
    page = ArticlePage.objects.get(pk=article.pk)
    assert page.go_live_at is None and page.get_latest_revision_as_object().go_live_at is None
    assert anna.get(edit_address(page)).context["form"]["go_live_at"].value() is None
