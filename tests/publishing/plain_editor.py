"""Wagtail's own editor of a page with as many fields: its view, its form and a plain panel for each field."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from modelcluster.fields import ParentalKey
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, PublishingPanel
from wagtail.admin.views.pages.edit import EditView

from editors.explorer import PortalEditView
from funding.models import FundingSheetPage
from tests.factories.filling import fields_to_fill

from .wagtails_own import wagtails_own


def _panel(field) -> FieldPanel | InlinePanel:
    if isinstance(field, models.ManyToOneRel) and isinstance(field.remote_field, ParentalKey):
        return InlinePanel(field.get_accessor_name())
    return FieldPanel(field.name)


def _plain_handler():
    panels = [_panel(field) for field in fields_to_fill(FundingSheetPage)]
    plain = ObjectList([*panels, PublishingPanel()], base_form_class=WagtailAdminPageForm)
    return plain.bind_to_model(FundingSheetPage)


@contextmanager
def plain_editor() -> Iterator[type[EditView]]:
    """Inside, ``FundingSheetPage`` has Wagtail's own form, and nothing of ours listens."""
    handler = _plain_handler()
    with mock.patch.object(FundingSheetPage, "get_edit_handler", lambda: handler), wagtails_own():
        yield EditView


@contextmanager
def our_editor() -> Iterator[type[EditView]]:
    yield PortalEditView


def answer(view: type[EditView], user, page_id: int, data: dict | None = None) -> HttpResponse:
    """What the view says to a GET, or to a POST of ``data``."""
    factory = RequestFactory()
    request: HttpRequest = factory.get("/") if data is None else factory.post("/", data)
    request.user, request.session = user, {}
    request._messages = FallbackStorage(request)
    request._dont_enforce_csrf_checks = True
    response = view.as_view()(request, page_id)
    return response.render() if hasattr(response, "render") else response
