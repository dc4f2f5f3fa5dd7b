"""A sheet that says everything, and its form as a browser sends it back."""

import json
from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from funding.models import FundingSheetPage
from tests.factories import pages
from tests.translation.test_every_field import everything


def full_sheet(tree: pages.Tree) -> FundingSheetPage:
    """A live sheet with every field, block and relation filled; its English version is live too."""
    sheet = everything(FundingSheetPage, tree)
    for block in sheet.body:
        if block.block_type == "button":
            block.value["url"] = ""  # a button leads to one place only
    sheet.save_revision().publish()
    pages.translate(sheet, tree.english.locale, title="Call", slug="call")
    return FundingSheetPage.objects.get(pk=sheet.pk)


def editor_of(page: Page) -> str:
    """The address of its editor."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(client: Client, page: Page, **changes: str) -> dict[str, list[str]]:
    """What the open editor would send, but for ``changes``. The rows of streams are made from the page:
    their inputs are a script's work."""
    data = querydict_from_html(client.get(editor_of(page)).content.decode(), form_id="page-edit-form")
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            raw = json.loads(field.value_to_string(page))
            for name, value in nested_form_data({field.name: _sent(field.stream_block, raw)}).items():
                data.setlist(name, value if isinstance(value, list) else [value])
        elif isinstance(field, models.BooleanField) and field.name in data:
            data[field.name] = "on"  # what a ticked box sends that has no value
    return dict(_changed(data, changes).lists())


def _changed(data: QueryDict, changes: dict[str, str]) -> QueryDict:
    for name, value in changes.items():
        data[name] = value
    return data


def _sent(block: blocks.Block, raw: Any) -> Any:
    """One block's value as it is stored, laid out as its inputs are named."""
    if isinstance(block, blocks.StreamBlock):
        return _rows(raw, lambda row: (row["type"], _sent(block.child_blocks[row["type"]], row["value"])))
    if isinstance(block, blocks.ListBlock):
        return _rows(raw, lambda row: ("item", _sent(block.child_block, row["value"])))
    if isinstance(block, blocks.StructBlock):
        return {name: _sent(child, raw[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.RichTextBlock):
        return rich_text(raw, features=block.features)
    if isinstance(block, blocks.MultipleChoiceBlock):
        return raw
    if isinstance(block, blocks.BooleanBlock):
        return "on" if raw else ""
    return "" if raw is None else str(raw)


def _rows(raw: list[dict], sent: Callable[[dict], tuple[str, Any]]) -> dict:
    """Each under its own id, as the editor's script sends them: a row without one would be a new row."""
    laid_out = streamfield([sent(row) for row in raw])
    for index, row in enumerate(raw):
        laid_out[str(index)]["id"] = row["id"]
    return laid_out
