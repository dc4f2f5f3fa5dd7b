"""All forms in which editors and administrators write, as classes, and the widgets that they show."""

from collections.abc import Iterator

from django import forms
from django.db.models import Model
from django.urls import get_resolver
from wagtail.admin.forms.collections import CollectionForm
from wagtail.admin.forms.workflows import get_task_form_class, get_workflow_edit_handler
from wagtail.admin.viewsets import viewsets
from wagtail.blocks import Block, FieldBlock
from wagtail.blocks.base import BlockField
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.settings.registry import registry
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import get_page_models
from wagtail.workflows import get_task_types

FormClass = type[forms.BaseForm]


def form_classes() -> Iterator[tuple[str, FormClass]]:
    """Each with the name of what it edits. The database is not asked."""
    for model in get_page_models():
        yield model._meta.label, model.get_edit_handler().get_form_class()
    assert get_resolver().url_patterns  # with Wagtail's addresses the viewsets come
    for viewset in viewsets.viewsets:
        if hasattr(viewset, "get_form_class"):
            yield viewset.model._meta.label, viewset.get_form_class()
            yield viewset.model._meta.label, viewset.get_form_class(for_update=True)
    for model in registry:
        yield model._meta.label, get_setting_edit_handler(model).get_form_class()
    yield from _shared()


def _shared() -> Iterator[tuple[str, FormClass]]:
    yield _labelled(get_image_form(get_image_model()))
    yield _labelled(get_document_form(get_document_model()))
    yield _labelled(CollectionForm)
    yield _labelled(RedirectForm)
    yield _labelled(get_workflow_edit_handler().get_form_class())
    for model in get_task_types():
        yield _labelled(get_task_form_class(model))


def _labelled(form: FormClass) -> tuple[str, FormClass]:
    model: type[Model] = form._meta.model
    return model._meta.label, form


def widgets_of(form: FormClass, prefix: str = "") -> Iterator[tuple[str, forms.Widget]]:
    """Each widget with the name that its input has, also those of rows and of blocks (number 0 of each)."""
    for name, field in form.base_fields.items():
        if isinstance(field, BlockField):
            yield from _widgets_of_block(field.block, prefix + name)
        else:
            yield prefix + name, field.widget
    for name, formset in getattr(form, "formsets", {}).items():
        yield from widgets_of(formset.form, f"{prefix}{name}-0-")


def _widgets_of_block(block: Block, name: str) -> Iterator[tuple[str, forms.Widget]]:
    if isinstance(block, FieldBlock):
        yield name, block.field.widget
    for key, child in getattr(block, "child_blocks", {}).items():
        yield from _widgets_of_block(child, f"{name}-{key}")
    if hasattr(block, "child_block"):
        yield from _widgets_of_block(block.child_block, f"{name}-0")
