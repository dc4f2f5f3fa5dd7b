"""The shipped workflow and its step in the reader's language. Their rows hold the names in whatever language
they were made or saved last; what administrators have named otherwise keeps its name.
"""

from copy import copy
from functools import partial

from django.conf import settings
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext, gettext_noop, override
from wagtail.models import Task, Workflow

WORKFLOW, STEP = gettext_noop("Approval"), gettext_noop("Editorial review")


def stored(text: str) -> set[str]:
    """The names that a row may have that is called ``text`` in English."""
    found = {text}
    for code, _name in settings.LANGUAGES:
        with override(code):
            found.add(gettext(text))
    return found


def _in_readers_language(name: str) -> str:
    shipped = next((text for text in (WORKFLOW, STEP) if name in stored(text)), None)
    return gettext(shipped) if shipped else name


class _TranslatedName(DeferredAttribute):
    """A name as it is shown; Wagtail has it in pages, sentences and mails."""

    def __get__(self, instance, cls=None):
        name = super().__get__(instance, cls)
        return name if instance is None else _in_readers_language(name)

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


def use_translated_names() -> None:
    """Called once, at the start."""
    for model in (Workflow, Task):
        model.name = _TranslatedName(model._meta.get_field("name"))


def translate_log(actions) -> None:
    """A log keeps the names in the language of who acted: let its messages say them in the reader's."""
    for action, formatter in actions.formatters.items():
        if action.startswith("wagtail.workflow."):
            formatter.format_message = partial(_message, formatter.format_message)


def _message(format_message, log_entry) -> str:
    entry = copy(log_entry)
    entry.data = _with_names(log_entry.data)
    return format_message(entry)


def _with_names(data):
    if not isinstance(data, dict):
        return data
    return {
        key: _in_readers_language(value) if key == "title" and value else _with_names(value)
        for key, value in data.items()
    }
