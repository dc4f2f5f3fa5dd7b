"""What was ignored in an address, told to the visitor."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cms.list_page.params import MAX_VALUES
from search.amounts import is_too_little
from search.language.words import MAX_CLAUSES, MAX_LENGTH, parse_words

from .labels import TITLES
from .parameters import FinderParameters, Problem
from .values import day_as_written


def notices(problems: Iterable[Problem]) -> list[str]:
    """One sentence a problem."""
    return [_sentence(problem) for problem in problems]


def about_words(typed: str, searched: str) -> list[str]:
    """What to say where no sheet has the words as typed, and others were searched for in their place."""
    if typed == searched:
        return []
    text = _("No call has “%(typed)s”: these are the results for “%(meant)s”.")
    return [text % {"typed": typed, "meant": searched}]


def without_words(typed: str) -> str:
    """The notice about something typed that has neither a letter nor a number; else empty."""
    if not typed or parse_words(typed).clauses:
        return ""
    return _("There is no word in what you typed. Letters and numbers can be searched for.")


def beyond(page: int, pages: int) -> str:
    """The notice about page ``page``, which does not exist. A single page is the first, even when empty."""
    if pages > 1:
        return _("There are no further pages: this is the last one.")
    return _sentence(Problem("page", "page", (str(page),)))


def contradiction(parameters: FinderParameters) -> str:
    """The notice about two days that exclude each other; empty when they do not."""
    if (names := parameters.contradiction) is None:
        return ""
    early, late = names
    return _("“%(early)s” (%(early_day)s) comes before “%(late)s” (%(late_day)s): no day answers both.") % {
        "early": TITLES[early],
        "early_day": day_as_written(getattr(parameters, early).isoformat()),
        "late": TITLES[late],
        "late_day": day_as_written(getattr(parameters, late).isoformat()),
    }


def _sentence(problem: Problem) -> str:
    name = str(TITLES[problem.name])
    as_written = day_as_written if problem.kind == "day" else str
    values = ", ".join(_("“%(text)s”") % {"text": as_written(value)} for value in problem.values)
    if problem.kind == "too-many":
        return _("%(name)s: too many values, only the first %(most)d are used.") % {
            "name": name,
            "most": MAX_VALUES,
        }
    if problem.kind == "too-long":
        return _("Only the first %(signs)d characters and %(words)d words were searched for.") % {
            "signs": MAX_LENGTH,
            "words": MAX_CLAUSES,
        }
    if problem.kind == "day":
        return _(
            "%(name)s: %(values)s is no day on which a call can open or close, and is ignored. "
            "Write it as 31/12/2026."
        ) % {
            "name": name,
            "values": values,
        }
    if problem.kind == "amount" and all(map(is_too_little, problem.values)):
        return _("%(name)s: %(values)s is ignored: the amount must be more than zero.") % {
            "name": name,
            "values": values,
        }
    if problem.kind == "amount":
        return _("%(name)s: %(values)s is not an amount in euro such as 50000, and is ignored.") % {
            "name": name,
            "values": values,
        }
    if problem.kind == "page":
        return _("There is no page %(values)s: this is the first one.") % {"values": values}
    return _("%(name)s: there is no %(values)s, so it is ignored.") % {"name": name, "values": values}
