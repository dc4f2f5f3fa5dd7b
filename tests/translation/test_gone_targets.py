"""What a text points to may be deleted: the translator's editor says so, and everything else goes on."""

import json

import pytest
from portal.core.models import Topic
from portal.media.models import Attachment, Picture
from wagtail.models import Page

from tests.translation.test_every_field import PAGES, _edit_address, everything

pytestmark = pytest.mark.django_db


def props(answer) -> dict:
    return json.loads(answer.context["props"])


def delete_everything_else(page):
    """All that the page could point to."""
    kept = [*page.get_ancestors().values_list("pk", flat=True), page.pk]
    Picture.objects.all().delete()
    Attachment.objects.all().delete()
    for each in Topic.objects.filter(locale=page.locale):
        each.delete()
    for each in Page.objects.filter(depth=4).exclude(pk__in=kept).filter(locale=page.locale):
        each.delete()


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model._meta.label)
def test_x(model, tree, admin, submit, django_capture_on_commit_callbacks):
    source = everything(model, tree)
    translation = submit(source)
    before = props(admin.get(_edit_address(translation.get_target_instance())))
    assert before
    delete_everything_else(source)
    answer = admin.get(_edit_address(translation.get_target_instance()))
    assert answer.status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(_edit_address(translation.get_target_instance()), {"action": "publish"})
