"""Which fields keep an open form from saving itself: one in a sentence for its foot, each beside itself."""

from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import JsonResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class FormErrorsMixin:
    """For the views that make and edit pages and snippets. Wagtail says only that there are mistakes."""

    def json_error_response(self, error_code, error_message):
        if error_code != "validation_error" or not (found := list(error_messages(self.form))):
            return super().json_error_response(error_code, error_message)
        sentence = _("Not saved yet. %(mistake)s") % {"mistake": found[0]}
        answer = {"success": False, "error_code": error_code, "error_message": f"{sentence}{_more(found)}"}
        return JsonResponse(answer | {"fields": by_input(self.form)}, status=400)


def _more(found: list[str]) -> str:
    count = len(found) - 1
    if not count:
        return ""
    words = ngettext("One more has to be mended.", "%(count)d more have to be mended.", count)
    return f" {words % {'count': count}}"


def by_input(form) -> dict[str, list[str]]:
    """What to say beside each input of the form and its rows, by the name that the input has. Blocks are
    left out: their inputs are numbered by a script."""
    errors_found = {}
    for name, errors in form.errors.as_data().items():
        if name in form.fields and not any(_is_of_blocks(error) for error in errors):
            errors_found[form.add_prefix(name)] = [message for error in errors for message in error.messages]
    for rows in getattr(form, "formsets", {}).values():
        for row in rows.forms:
            errors_found |= by_input(row)
    return errors_found


def error_messages(form) -> Iterator[str]:
    """The label of each field and what is wrong with it; of a row, with the name of the rows."""
    errors = form.errors.as_data()
    for name in [*form.fields, NON_FIELD_ERRORS]:
        for error in errors.get(name, ()):
            yield from _said(form[name].label if name in form.fields else "", error)
    for rows in getattr(form, "formsets", {}).values():
        kind = capfirst(rows.model._meta.verbose_name_plural)
        for number, row in enumerate(rows.forms, start=1):
            yield from (f"{kind} ({number}) · {mistake}" for mistake in error_messages(row))
        for message in rows.non_form_errors():
            yield f"{kind}: {message}"


def _said(label: str, error: ValidationError) -> Iterator[str]:
    for position, sentence in _innermost(error):
        words = _("%(field)s, block %(place)s") % {"field": label, "place": position} if position else label
        # The messages of some fields begin with the field themselves.
        named = not words or sentence.casefold().startswith(f"{label}:".casefold())
        yield sentence if named else f"{words}: {sentence}"


def _innermost(error: ValidationError) -> Iterator[tuple[str, str]]:
    """The number of each block that has a mistake, from 1, and its message. Blocks hold blocks; of those
    inside, the outermost number is said."""
    inner = getattr(error, "block_errors", None) or {}
    for step, one in inner.items() if isinstance(inner, dict) else enumerate(inner):
        if one is not None:
            position = str(step + 1) if isinstance(step, int) else ""
            for inside, sentence in _innermost(one):
                yield position or inside, sentence
    of_all = getattr(error, "non_block_errors", None)
    if of_all or not inner:
        yield "", (list(of_all) if of_all else error.messages)[0]


def _is_of_blocks(error: ValidationError) -> bool:
    return hasattr(error, "block_errors")
