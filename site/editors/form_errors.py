"""Which field keeps an open form from saving itself, in a sentence for its foot."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class NamesMistakeMixin:
    """For the views that make and edit pages and snippets. Wagtail says only that there are mistakes."""

    def json_error_response(self, error_code, error_message):
        if error_code == "validation_error" and (mistake := first_mistake(self.form)):
            error_message = _("Not saved yet. %(mistake)s") % {"mistake": mistake}
        return super().json_error_response(error_code, error_message)


def first_mistake(form) -> str:
    """The label of the field and what is wrong with it; of a row, with the name of the rows. Empty if there
    is none."""
    errors = form.errors.as_data()
    for name in [*form.fields, NON_FIELD_ERRORS]:
        for error in errors.get(name, ()):
            return _said(form[name].label if name in form.fields else "", error)
    for rows in getattr(form, "formsets", {}).values():
        kind = capfirst(rows.model._meta.verbose_name_plural)
        for number, row in enumerate(rows.forms, start=1):
            if row.errors and (mistake := first_mistake(row)):
                return f"{kind} ({number}) · {mistake}"
        for message in rows.non_form_errors():
            return f"{kind}: {message}"
    return ""


def _said(label: str, error: ValidationError) -> str:
    place, sentence = _innermost(error)
    words = _("%(field)s, block %(place)s") % {"field": label, "place": place} if place else label
    return f"{words}: {sentence}" if words else sentence


def _innermost(error: ValidationError) -> tuple[str, str]:
    """The number of the block that has the mistake, from 1, and its message. Blocks hold blocks; of those
    inside, the outermost number is said."""
    inner = getattr(error, "block_errors", None) or {}
    for step, one in inner.items() if isinstance(inner, dict) else enumerate(inner):
        if one is not None:
            place = str(step + 1) if isinstance(step, int) else ""
            inside, sentence = _innermost(one)
            return place or inside, sentence
    of_all = getattr(error, "non_block_errors", None)
    return "", (list(of_all) if of_all else error.messages)[0]
