"""Answers a question about one call with the fact of its sheet, and nothing that the sheet does not say."""

from django.utils.translation import gettext as _

from cms import cache_version
from cms.presentation import Fact
from cms.vocabularies import FACTS
from funding.catalogue.understanding.call_questions import call_question, names_call
from funding.catalogue.understanding.lexicon import lexicon
from funding.domain.status import CAN_APPLY
from funding.models.queries import sheet_pages, sheets_by_id
from funding.presentation.fact_groups import groups
from search.section_offers import SectionAnswer

# More calls of a name are none that somebody means.
MAX_CALLS = 5


def sheet_answer(words: str, language: str) -> SectionAnswer | None:
    """The fact that is asked for, where the words name a single call; of its editions the one that can be
    applied for."""
    known = lexicon(language)
    question = call_question(words, known) if known else None
    if question is None:
        return None
    titles = cache_version.memoize(f"titles of calls {language}", lambda: _titles(language))
    ids = [pk for pk, title in titles if names_call(question.name, title, known.table)]
    if not 0 < len(ids) <= MAX_CALLS:
        return None
    sheets = sheets_by_id(ids)
    if len(sheets) > 1:
        sheets = [sheet for sheet in sheets if sheet.status in CAN_APPLY]
    return _answer(sheets[0], question.fact) if len(sheets) == 1 else None


def _answer(sheet, code: str) -> SectionAnswer:
    facts = (fact for group in groups(sheet) for fact in group.facts if fact.key == code)
    fact = next(facts, Fact(FACTS.label(code), key=code))
    text, note = ", ".join(fact.values), fact.note
    if not text:
        text, note = _("The sheet does not say."), ""
    return SectionAnswer(sheet.title, sheet.url, fact.label, text, note, sheet.badge)


def _titles(language: str) -> list[tuple[int, str]]:
    pages = sheet_pages().visible().filter(locale__language_code=language)
    return list(pages.order_by("pk").values_list("pk", "title"))
