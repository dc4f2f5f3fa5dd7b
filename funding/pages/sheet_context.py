"""What the template of a sheet shows."""

from typing import Any

from django.conf import settings

from cms.formats.structured_data import breadcrumbs, graph
from cms.related import related_pages

from ..catalogue.comparison.choice import compare_url, query
from ..catalogue.eligibility.answers import answers_in
from ..catalogue.eligibility.links import questions_url
from ..catalogue.similar import similar_sheets
from ..models import editions
from ..presentation import fact_groups
from ..presentation.changes import change_sets, extended_from, is_no_early_closing
from ..presentation.countdown import countdown
from ..presentation.dated_steps import step_line
from ..presentation.structured_data import of_sheet
from ..presentation.time_bar import time_bar
from ..presentation.verification import checked, verification_note

MAX_CHANGES = 50


def sheet_context(sheet, request) -> dict[str, Any]:
    """Facts by group, what to do next, what is needed, where it all comes from."""
    changes = [one for one in sheet.changes()[:MAX_CHANGES] if not is_no_early_closing(sheet, one)]
    extended = extended_from(sheet, changes)
    similar = similar_sheets(sheet)
    for shown in (sheet, *similar):
        shown.note_expiry(request)
    answers, original = answers_in(request), _original(sheet)
    newer = editions.newer_edition(sheet)
    return {
        "fit_url": questions_url(sheet.url or "", answers.profile),
        "countdown": countdown(sheet, extended, original),
        "fact_groups": fact_groups.groups(sheet, extended),
        "time_bar": time_bar(sheet, original),
        "step_line": step_line(sheet),
        "checked": checked(sheet),
        "verification_note": verification_note(sheet),
        "change_sets": change_sets(changes),
        "trust_facts": fact_groups.trust(sheet),
        "requirement_facts": fact_groups.requirements(sheet),
        **_call_documents(sheet, original),
        "compare_url": _compare_url(sheet, request),
        "newer_edition": newer,
        "newest_edition": newer and editions.newest_edition(newer),
        "previous_edition": editions.previous_edition(sheet),
        "similar": similar,
        "related_groups": _related(sheet, request),
        "structured_data": graph(of_sheet(sheet), breadcrumbs(request)),
    }


def _compare_url(sheet, request) -> str:
    """The comparison with this sheet in it; empty where no finder is above it, or one that is withdrawn."""
    finder = sheet.get_parent()
    if not finder.live or not hasattr(finder.specific_class, "compare_page"):
        return ""
    return f"{compare_url(finder.get_url(request))}?{query([sheet.slug])}"


def _call_documents(sheet, original) -> dict[str, list[dict[str, Any]]]:
    """Acts, and documents with an address, ours or the issuer's; one without cannot be opened.

    ``title_language`` is the language of a title that nobody has translated.
    """
    code, titles = settings.LANGUAGE_CODE, _titles(original)
    acts = [{name: block.value[name] for name in ("act", "link")} for block in sheet.legal_basis]
    documents = []
    for block in sheet.documents:
        file = block.value["file"]
        row = {name: block.value[name] for name in ("title", "day", "language")}
        documents.append(row | {"url": file.url if file else block.value["link"], "here": bool(file)})
    for row in (*acts, *documents):
        # A paper in another language may be called as it calls itself.
        own = row.get("act", row.get("title")) in titles and row.get("language") in (None, "", code)
        row["title_language"] = code if own else ""
    return {"acts": acts, "documents": documents}


def _original(sheet):
    """The version in the site's own language with the texts that a translation is read beside; None on that
    version itself, and where there are no such texts."""
    code = settings.LANGUAGE_CODE
    texts = (sheet.legal_basis, sheet.documents, sheet.dates_note, sheet.steps)
    if sheet.locale.language_code == code or not any(texts):
        return None
    same = type(sheet).objects.filter(translation_key=sheet.translation_key, locale__language_code=code)
    return same.only("legal_basis", "documents", "dates_note", "steps").first()


def _titles(original) -> set[str]:
    """What the acts and documents of the original are called."""
    if original is None:
        return set()
    acts = {block.value["act"] for block in original.legal_basis}
    return acts | {block.value["title"] for block in original.documents}


def _related(sheet, request) -> list[tuple[str, list]]:
    """Pairs of heading and pages, other sheets last."""
    found = related_pages(sheet, request)
    groups = [pages for kind, pages in found.items() if kind != sheet.search_type]
    groups += filter(None, [found.get(sheet.search_type)])
    return [(_heading(pages[0], sheet), pages) for pages in groups]


def _heading(page, sheet) -> str:
    return str(page.related_heading_beside.get(sheet.search_type, page.related_heading))
