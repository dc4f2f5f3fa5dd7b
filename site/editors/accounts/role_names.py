"""The site's groups in the reader's language.

Their rows keep the English names, by which the program finds them.
"""

from django.contrib.auth.models import Group
from django.utils.translation import pgettext_lazy

NAMES = {
    "Author": pgettext_lazy("role", "Author"),
    "Funding expert": pgettext_lazy("role", "Funding expert"),
    "Translator": pgettext_lazy("role", "Translator"),
    "Editor-in-chief": pgettext_lazy("role", "Editor-in-chief"),
    "Administrator": pgettext_lazy("role", "Administrator"),
    "Editors": pgettext_lazy("role", "Editors"),
    "Moderators": pgettext_lazy("role", "Moderators"),
}


def name_to_show(group: Group) -> str:
    """The name to show; of a group that administrators have made, its own."""
    return str(NAMES.get(group.name, group.name))


def use_translated_names() -> None:
    """Called once, at the start: Wagtail shows groups as text in forms, filters, headings and answers."""
    Group.__str__ = name_to_show
