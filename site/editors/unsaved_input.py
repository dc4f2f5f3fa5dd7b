"""What was typed into a form of the admin is kept when it cannot be saved: the session has ended or another
one has begun, the page has been deleted, a permission has been taken away.
"""

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import Model, SlugField
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.forms.revisions import FORM_KEY
from cms.shared_facts.forms import SEEN

from .deletion_message import deletion_message

NOT_ALLOWED, GONE = 403, 404
# What the form keeps for itself begins so.
OWN_NAMES = ("csrf", "loaded_", "action-", "next", "comments-", FORM_KEY, SEEN)


def keep_what_was_typed(get_response):
    """Middleware, after the one that knows the user.

    An autosave gets JSON with a sentence for the head of the form; a form gets a page that has all that was
    sent, to send again or to copy from.
    """

    def middleware(request):
        response = get_response(request)
        if request.method != "POST" or not _is_lost(response) or not _is_ours(request):
            return response
        with translation.override(_language(request)):
            return _page_with_input(request, response.status_code)

    return middleware


def _is_lost(response) -> bool:
    to_login = response.status_code == 302 and urlsplit(response.url).path == reverse("wagtailadmin_login")
    return to_login or response.status_code in (NOT_ALLOWED, GONE)


def _is_ours(request) -> bool:
    """An editor's form, sent from a page of this very site: nobody else's text is kept to be sent again."""
    sender = urlsplit(request.headers.get("Origin", "")).netloc
    return FORM_KEY in request.POST and sender == request.get_host()


def _language(request) -> str:
    """That of the form, which names it. The reader may not be known any more."""
    code = request.POST[FORM_KEY].partition(".")[0]
    return code if translation.check_for_language(code) else translation.get_language()


def _page_with_input(request, status: int):
    sentence, again = _reason(request, status)
    status = max(status, NOT_ALLOWED)  # the way to the login is one as well
    if not request.accepts("text/html"):
        # Wagtail's script goes on trying after the one code, and stops at the other.
        code = "locked" if again else "invalid_revision"
        answer = {"error_code": code, "error_message": sentence, "lost": not again}
        if status != GONE and request.user.is_anonymous:
            answer["log_in"] = reverse("wagtailadmin_login")
        return JsonResponse({"success": False} | answer, status=status)
    context = {
        "sentence": sentence,
        "again": again,
        "fields": [(name, value) for name, values in request.POST.lists() for value in values],
        "texts": list(_texts(request)),
    }
    return render(request, "wagtailadmin/unsaved_input.html", context, status=status)


def _reason(request, status: int) -> tuple[str, bool]:
    """What has happened and what to do, and whether it can be sent again."""
    if status == GONE:
        sentence = _(
            "This cannot be saved any more: it has been deleted meanwhile, or the section or the language "
            "that it belongs to. What you typed is still here: copy what you need."
        )
        return f"{sentence} {deletion_message(request)}".strip(), False
    if request.user.is_anonymous:
        return _("Your session has ended. Nothing is lost: log in in another tab, then save here."), True
    if _has_new_token(request):
        return _("You have logged in anew since you opened this. Nothing is lost: save again."), True
    return _("You may not edit this any more. What you typed is still here: copy what you need."), False


def _has_new_token(request) -> bool:
    """Whether the form was refused by its token alone."""
    return getattr(request, "csrf_processing_done", False) is not True


def _texts(request) -> Iterator[tuple[str, str]]:
    """The label of each field and what a person typed there. What is chosen from a list, or follows from the
    title, is no text; of what stands in rows and blocks the label is not known here."""
    model = _model(request)
    fields = {field.name: field for field in model._meta.fields} if model else {}
    for name, value in request.POST.items():
        field = fields.get(name)
        is_text = field is None or not (field.choices or field.is_relation or isinstance(field, SlugField))
        if is_text and (words := _words(name, value)):
            yield capfirst(str(field.verbose_name)) if field else "", words


def _model(request) -> type[Model] | None:
    """What the form is of: a kind of page or of snippet."""
    match = resolve(request.path_info)
    if "page_id" in match.kwargs:
        page = Page.objects.filter(pk=match.kwargs["page_id"]).first()
        return page.specific_class if page else None
    names = [match.kwargs.get(f"content_type_{part}_name") for part in ("app", "model")]
    if all(names):
        return apps.get_model(*names)
    return getattr(match.func, "view_initkwargs", {}).get("model")


def _words(name: str, value: str) -> str:
    """What a person typed, as plain text; nothing of what the form keeps for itself."""
    if name.startswith(OWN_NAMES) or len(value) < 4:
        return ""
    if name.endswith(("-type", "-id", "-order", "_FORMS")):
        return ""
    try:
        blocks = json.loads(value)["blocks"]
    except (ValueError, TypeError, KeyError):
        return value
    return "\n".join(block.get("text", "") for block in blocks)
