"""A page that does not exist in the visitor's language: what can be read of it nevertheless.

Facts that the program words (codes, days, amounts) are in the visitor's language; what the author wrote
stands as it is, marked with its language.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.pages import BasePage
from cms.presentation import Fact
from cms.querysets import visible
from delivery.expiry import expires_at_midnight

WORD = re.compile(r"[^\W\d_]{3}")


def show(request: HttpRequest, page_id: int) -> HttpResponse:
    """Says so, links to the languages that there are, and shows the facts.

    Leads straight to the translation once there is one; 404 for what is not public.
    """
    page = get_object_or_404(visible(Page.objects.select_related("locale")), pk=page_id)
    same = Page.objects.filter(translation_key=page.translation_key, alias_of__isnull=True)
    versions = visible(same).select_related("locale")
    here = next((one for one in versions if one.locale.language_code == get_language()), None)
    if here:
        return redirect(here.get_url(request))
    source = page.specific_class.display_queryset().get(pk=page.pk)
    expires_at_midnight(request)
    source.note_expiry(request)
    context = {"source": source, "versions": versions, "tables": tables(source)}
    return render(request, "untranslated.html", context)


def tables(source: BasePage) -> list[tuple[str, list[Fact]]]:
    """The page's facts in the active language, what the author wrote marked as ``lang`` of the page."""
    code, own = source.locale.language_code, _own_words(source)

    def mark(text: str) -> str:
        theirs = str(text) in own or str(text).partition(": ")[0] in own
        return format_html('<span lang="{}">{}</span>', code, text) if theirs else text

    def marked(fact: Fact) -> Fact:
        values = tuple(map(mark, fact.values))
        return replace(fact, label=mark(fact.label), values=values, note=mark(fact.note))

    return [(title, [marked(fact) for fact in facts]) for title, facts in source.fact_tables]


def _own_words(page: BasePage) -> set[str]:
    """Every text that an author has typed into the page, also in its blocks; not codes and numbers."""
    typed: list[str] = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            typed += _leaves(getattr(page, field.name).get_prep_value())
        elif isinstance(field, models.CharField | models.TextField) and not field.choices:
            typed.append(getattr(page, field.name))
    return {text for text in typed if WORD.search(text)}


def _leaves(value) -> Iterator[str]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _leaves(part)
    elif isinstance(value, str):
        yield value
