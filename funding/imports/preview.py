"""What an import would do or did, in words: for the terminal and for the admin."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from rich.table import Table

from .apply import ImportResult
from .errors import location
from .fields import label_of
from .plan import Action, FieldChange, ImportPlan, Item
from .values.text import truncate
from .values.words import MAX_CHARACTERS_SHOWN, in_words

MAX_LINES_SHOWN = 200  # lines of one list; the counts are always whole


def counts(plan: ImportPlan, outcome: ImportResult | None = None) -> list[tuple[str, str, int]]:
    """Code, words, number. With an outcome, what was done; without, what would be."""
    new = outcome.created if outcome else len(plan.of(Action.NEW))
    changed = outcome.changed if outcome else plan.of(Action.CHANGED)
    published = outcome.published if outcome else len(plan.of(Action.PUBLISH))
    refused = outcome.refusals if outcome else plan.refusals
    rows = [
        ("new", _("new"), new),
        ("changed", _("changed"), len(changed)),
        ("kept", _("fields kept as an editor wrote them"), sum(len(item.kept) for item in changed)),
        ("publish", _("earlier drafts published"), published),
        ("unchanged", _("unchanged"), len(plan.of(Action.UNCHANGED))),
        ("present", _("written here by hand, left as they are"), len(plan.of(Action.PRESENT))),
        ("removed", _("deleted here before, left out"), len(plan.of(Action.REMOVED))),
        ("locked", _("locked by an editor, left for later"), len(plan.of(Action.LOCKED))),
        ("refused", _("refused"), len(refused)),
        ("warnings", _("warnings"), len(plan.warnings)),
    ]
    always = {"new", "changed", "unchanged", "refused"}
    return [row for row in rows if row[2] or row[0] in always]


def summary_table(plan: ImportPlan, outcome: ImportResult | None = None, dry_run: bool = False) -> Table:
    """The counts, for the terminal."""
    table = Table(title=_("What would be done") if dry_run else _("What was done"), title_justify="left")
    table.add_column(_("Records"))
    table.add_column(_("Number"), justify="right")
    for _code, words, number in counts(plan, outcome):
        table.add_row(words, str(number))
    return table


def preview_lines(plan: ImportPlan, outcome: ImportResult | None = None) -> Iterator[str]:
    """All of it in lines: notices, new, changed with their fields, refused with their reasons."""
    yield from (_("Note: %s") % notice for notice in plan.notices)
    changed = outcome.changed if outcome else plan.of(Action.CHANGED)
    if not outcome:
        yield from _limited([_("New: %s") % title_of(item) for item in plan.of(Action.NEW)])
    for item in changed:
        yield _("Changed: %s") % title_of(item)
        yield from (f"  {difference_line(change)}" for change in item.differences)
        yield from (
            "  " + _("kept as an editor wrote it: %s") % difference_line(change) for change in item.kept
        )
    for item in plan.of(Action.PRESENT):
        yield _("Written here by hand: %s") % title_of(item)
    for item in plan.of(Action.LOCKED):
        yield _("Locked: %s") % title_of(item)
    for refusal in outcome.refusals if outcome else plan.refusals:
        yield _("Refused: %s") % refusal_line(refusal)
    yield from _limited([_("Warning: %s") % warning for warning in plan.warnings])


def _limited(lines: list[str]) -> Iterator[str]:
    yield from lines[:MAX_LINES_SHOWN]
    if len(lines) > MAX_LINES_SHOWN:
        yield _("… and %d more.") % (len(lines) - MAX_LINES_SHOWN)


def title_of(item: Item) -> str:
    return f"{item.record.identifier} {truncate(item.record.title, MAX_CHARACTERS_SHOWN)}"


def difference_line(change: FieldChange) -> str:
    """The field and both its values."""
    before, after = (in_words(change.field, value) for value in (change.before, change.after))
    return f"{label_of(change.field)}: {before} → {after}"


def refusal_line(refusal) -> str:
    """Who it is, where in the file and why; some reasons tell the place themselves."""
    who = " ".join(
        part for part in (refusal.identifier, truncate(refusal.title, MAX_CHARACTERS_SHOWN)) if part
    )
    where, why = location(refusal.line), "; ".join(refusal.reasons)
    parts = (who, why) if why.startswith(where) else (who, where, why)
    return ": ".join(part for part in parts if part)
