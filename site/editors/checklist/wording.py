"""Each finding in words, in the editor's language: what it is, and what to do."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from cms.formats import localized

from .rules import Finding


@dataclass(frozen=True)
class ChecklistMessage:
    """What was found, and what to do about it; ``code`` names the rule."""

    code: str
    found: str
    advice: str


WORDS = {
    "title-long": (
        _("The title has %(length)d characters; search engines cut it after about %(most)d."),
        _("Shorten it, or give a shorter one for search engines under “Promotion”."),
    ),
    "title-short": (
        _("The title is very short."),
        _("Say what the page is about: in lists and searches the title often stands alone."),
    ),
    "summary-missing": (
        _("There is no summary."),
        _("Write one or two sentences: lists, searches and links shared elsewhere show them."),
    ),
    "summary-title": (
        _("The summary repeats the title."),
        _("Say what the title leaves out: for whom, by when, where."),
    ),
    "question": (
        "%(text)s",
        _("Look at the source, and correct what is wrong: the days and hours, the note or the step."),
    ),
    "alt-missing": (
        _("%(place)s: nothing says what it shows."),
        _("Describe it in a sentence, or tick “Decoration only” where there is that box."),
    ),
    "alt-file": (
        _("%(place)s: the description “%(alt)s” is the name of a file."),
        _("Say what the picture shows to somebody who cannot see it."),
    ),
    "heading-empty": (
        _("There is an empty heading of level %(level)d."),
        _("Write it or remove it: screen readers announce it."),
    ),
    "heading-order": (
        _("The heading “%(text)s” is of level %(level)d and skips one."),
        _("Make it a heading of level %(right)d, or put one of that level before it."),
    ),
    "link-empty": (
        _("There is a link without text."),
        _("Write where it leads, or remove it."),
    ),
    "link-vague": (
        _("The link “%(text)s” does not say where it leads."),
        _("Link the words that name the page or the document, such as “the text of the call (PDF)”."),
    ),
    "link-address": (
        _("The link “%(text)s” is a bare address."),
        _("Write the name of the page instead: screen readers spell an address letter by letter."),
    ),
    "hard": (
        _("The text is hard to read: %(points)d of 100 by the %(index)s index (40 or more is better)."),
        _("Use shorter sentences and everyday words; explain the technical ones once."),
    ),
    "sentence-long": (
        _("A sentence has %(words)d words: “%(text)s”"),
        _("Make two or three of it."),
    ),
    "day-old": (
        _("%(label)s: %(day)s is long past."),
        _("Look at the year again."),
    ),
    "day-far": (
        _("%(label)s: %(day)s is more than %(years)d years away."),
        _("Look at the year again."),
    ),
    "day-over": (
        _("%(label)s: %(day)s has passed."),
        _("If that is right there is nothing to do; otherwise enter the new day and its source."),
    ),
}


def in_words(finding: Finding) -> ChecklistMessage:
    """``finding`` for an editor to read."""
    details = {
        name: localized.long_date(value) if isinstance(value, date) else value
        for name, value in finding.details.items()
    }
    found, advice = WORDS[finding.code]
    return ChecklistMessage(finding.code, str(found) % details, str(advice) % details)
