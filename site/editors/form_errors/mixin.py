"""What is wrong in a form: one mistake in a sentence for the foot of an open form, all of them at the head of
one that was refused."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from .blocks import in_blocks, is_of_blocks


class Mistake(NamedTuple):
    """``input`` is the name of the input that it is about, empty for the whole form; ``place`` says in words
    where that is."""

    input: str
    place: str
    message: str

    def __str__(self):
        # The messages of some fields begin with the field themselves.
        named = not self.place or self.message.casefold().startswith(f"{self.place}:".casefold())
        return self.message if named else f"{self.place}: {self.message}"


class FormErrorsMixin:
    """For the views that make and edit pages and snippets. Wagtail says only that there are mistakes."""

    def json_error_response(self, error_code, error_message):
        if error_code != "validation_error" or not (found := list(_errors_in(self.form))):
            return super().json_error_response(error_code, error_message)
        sentence = _("Not saved yet. %(mistake)s") % {"mistake": found[0]}
        answer = {"success": False, "error_code": error_code, "error_message": f"{sentence}{_more(found)}"}
        return JsonResponse(answer | {"fields": _by_input(found)}, status=400)

    def form_invalid(self, form):
        """Wagtail answers to what asks for JSON, and says that a form is locked or its approval withdrawn."""
        posted = self.request.POST
        other = self.expects_json_response or getattr(self, "locked_for_user", False)
        if other or "action-cancel-workflow" in posted or not (found := list(_errors_in(form))):
            return super().form_invalid(form)
        self.form, self.has_unsaved_changes = form, True
        messages.error(self.request, _refusal(found, posted))
        return self.render_to_response(self.get_context_data())


def _refusal(found: list["Mistake"], posted: Mapping[str, str]) -> str:
    """HTML: what was not done of what somebody pressed, and why not."""
    not_done = _("Not saved.")
    if "action-publish" in posted:
        not_done = _("Not published.")
    elif "action-submit" in posted:
        not_done = _("Not submitted for approval.")
    count = _fields(found)
    count = _("Fields to mend: {count}.").format(count=count) if count else ""
    context = {"not_done": not_done, "found": found, "count": count}
    return render_to_string("wagtailadmin/refused.html", context)


def _by_input(found: list[Mistake]) -> dict[str, list[str]]:
    """What to say beside each input, the first one first."""
    said = {}
    for mistake in found:
        if mistake.input:
            said.setdefault(mistake.input, []).append(mistake.message)
    return said


def _fields(found: list[Mistake]) -> int:
    """How many there are: several mistakes may stand at one."""
    return len({each[:2] for each in found if each.place})


def _more(found: list[Mistake]) -> str:
    """Beside the first one, which is told in full."""
    count = _fields([each for each in found if each[:2] != found[0][:2]])
    if not count:
        return ""
    words = ngettext("One more has to be mended.", "%(count)d more have to be mended.", count)
    return f" {words % {'count': count}}"


def _errors_in(form) -> Iterator[Mistake]:
    """All of a form and its rows. The rows are named by their kind and number, blocks likewise."""
    errors = form.errors.as_data()
    for name in [*form.fields, NON_FIELD_ERRORS]:
        for error in errors.get(name, ()):
            yield from _in_field(form, name, error) if name in form.fields else _of_form(error)
    for rows in getattr(form, "formsets", {}).values():
        kind = capfirst(rows.model._meta.verbose_name)
        for number, row in enumerate(rows.forms, start=1):
            for mistake in _errors_in(row):
                yield mistake._replace(place=" · ".join(filter(None, [f"{kind} ({number})", mistake.place])))
        for message in rows.non_form_errors():
            yield Mistake("", kind, message)


def _of_form(error: ValidationError) -> Iterator[Mistake]:
    yield Mistake("", "", error.messages[0])


def _in_field(form, name: str, error: ValidationError) -> Iterator[Mistake]:
    label, prefix = form[name].label, form.add_prefix(name)
    if is_of_blocks(error):
        found = in_blocks(form.fields[name].block, form.data, prefix, error, str(label))
        yield from (Mistake(*each) for each in found)
        return
    for message in error.messages:
        yield Mistake(prefix, str(label), message)
