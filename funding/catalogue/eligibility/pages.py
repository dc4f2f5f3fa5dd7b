"""The pages that ask whether it fits, and answer."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.list_page.params import query_pairs
from funding.catalogue.finder.addresses import address
from funding.catalogue.finder.parameters import FIT, FinderParameters, parse
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.profile import Profile
from funding.domain.eligibility.verdict import Verdict
from funding.domain.status import OVER, Status
from funding.models import editions
from funding.presentation import facts
from funding.presentation.day_words import opening_words
from funding.presentation.eligible_call import call_of

from .answers import Answers, answers_in
from .links import ROUTE, questions_url, with_profile
from .result import catalogue_result
from .texts import badge, lead, line, open_points, summary

SHOW = "show"
RESULT = "funding/catalogue/eligibility/result.html"
IN_THE_WAY = {
    Verdict.CHECK: gettext_lazy("To be checked:"),
    Verdict.UNFIT: gettext_lazy("What stands against it:"),
}
STATUS_NOTES = {
    Status.UNDATED: gettext_lazy("No deadline is indicated: ask the issuer whether the call is still open."),
    Status.EVALUATION: gettext_lazy("The call has closed: applications are being assessed."),
    Status.SUSPENDED: gettext_lazy("The call is suspended: for now nobody can apply."),
    Status.CLOSED: gettext_lazy("The call is closed: nobody can apply any more."),
}


def ask_for_catalogue(index, request: HttpRequest) -> HttpResponse:
    """The questions; once they are answered, the calls by verdict, the finder's other filters kept."""
    pairs = query_pairs(request)
    answers = answers_in(request)
    parameters, _problems = parse(pairs, answers.profile)
    parameters = replace(parameters, page=1)
    base = index.get_url(request) or ""
    ordered = address(base, replace(parameters, sort=FIT)) if answers.profile else ""
    submitted = any(name == SHOW for name, _value in pairs)
    if submitted and ordered and not answers.form.errors:
        return _page(index, request, RESULT, answers, catalogue_result(index, parameters, ordered, request))
    others = replace(parameters, profile=Profile(), sort=parameters.default_sort)
    context = {
        "kept": others.pairs(),
        "ordered_url": ordered,
        "result_url": f"{base}{ROUTE}?{urlencode([*parameters.pairs(), (SHOW, '1')])}" if ordered else "",
        "unanswered": _("Answer at least one question.") if submitted and not ordered else "",
    }
    return _page(index, request, "funding/catalogue/eligibility/catalogue.html", answers, context)


def ask_for_sheet(sheet, request: HttpRequest) -> HttpResponse:
    """The questions beside one sheet; as soon as anything is answered, the verdict above them."""
    sheet.note_expiry(request)
    answers = answers_in(request)
    profile = answers.profile
    over = sheet.status in OVER
    newer = editions.newer_edition(sheet) if over else None
    ordered = FinderParameters(profile=profile, sort=FIT) if profile else FinderParameters()
    context = {
        "sheet_url": with_profile(sheet.url, profile),
        "ordered_url": address(sheet.get_parent().get_url(request), ordered),
        "status_note": _status_note(sheet),
        "over": over,
        "newer_url": newer and questions_url(newer.url, profile),
        **(_verdict(sheet, profile) if profile and not over else {}),
    }
    return _page(sheet, request, "funding/catalogue/eligibility/sheet.html", answers, context)


def _status_note(sheet) -> str:
    """What the verdict is to be read with; of a call that is over, all that there is to say."""
    if sheet.status is Status.FORTHCOMING:
        return _("The call is not open yet. It opens: %(moment)s.") % {"moment": opening_words(sheet.dates)}
    return str(STATUS_NOTES.get(sheet.status, ""))


def _verdict(sheet, profile: Profile) -> dict:
    found = fit(profile, call_of(sheet))
    return {
        "verdict": badge(found.verdict),
        "verdict_lead": lead(found),
        "in_the_way": IN_THE_WAY.get(found.verdict, ""),
        "open_points": open_points(found),
        "lines": [line(criterion, facts.amount(sheet)) for criterion in found.criteria],
    }


def _page(page, request: HttpRequest, template: str, answers: Answers, context: dict) -> HttpResponse:
    request.below_page = ROUTE
    common = {
        "page": page,
        "form": answers.form,
        "profile": answers.profile,
        "profile_summary": summary(answers.profile),
        "change_url": questions_url(page.get_url(request) or "", answers.profile),
        "action": f"{page.get_url(request)}{ROUTE}",
    }
    return TemplateResponse(request, template, common | context)
