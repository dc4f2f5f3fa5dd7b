"""The library's own pages of the admin, where they would lose something, say too little or do too much."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation, submit_translations, update_translations

from . import po
from .draft_creator import submit
from .machine import MachineTranslationError
from .tasks import translate_branch

MAX_LINES_SHOWN = 20


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _lines(heading: str, lines: list[str] | tuple[str, ...]) -> str:
    """A message with a list under it."""
    shown = [(line,) for line in lines[:MAX_LINES_SHOWN]]
    if more := len(lines) - len(shown):
        shown.append((ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more},))
    return format_html("{}<ul>{}</ul>", heading, format_html_join("", "<li>{}</li>", shown))


@require_POST
def upload_pofile(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take in a PO file whole, or nothing of it: then the message names the lines that are wrong."""
    translation = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    if not edit_translation.user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    file = request.FILES.get("file")
    try:
        if file is None or not file.size:
            raise po.RefusedError(_("No file was chosen, or it is empty."))
        if file.size > po.MAX_BYTES:
            raise po.RefusedError(_("The file is larger than 5 MB."))
        content = file.read()
        entries = po.read(content)
        model = translation.source.specific_content_type.model_class()
        po.renew_names(entries, getattr(model, "former_field_names", {}))
        segments = translation.source.stringsegment_set.select_related("context", "string")
        texts = {(each.context.path, each.string.data): each for each in segments}
        unknown = po.check(entries, str(translation.uuid), texts, content)
    except po.RefusedError as refusal:
        heading = _("The PO file was refused; nothing was changed.")
        messages.error(request, _lines(heading, refusal.lines))
        return _back(request)
    translation.import_po(entries, user=request.user, tool_name="PO File")
    messages.success(request, _("The translations of the PO file were taken in. Nothing is published yet."))
    if unknown:
        messages.warning(request, _lines(_("These lines were left out:"), unknown))
    return _back(request)


def _machine_failed(request: HttpRequest) -> None:
    messages.error(request, _("The machine translator did not answer as expected; nothing was changed."))


def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The library's, and a message where the translator cannot be reached or answers nonsense."""
    try:
        with transaction.atomic():
            return edit_translation.machine_translate(request, translation_id)
    except MachineTranslationError:
        _machine_failed(request)
        return _back(request)


class UpdateTranslationsView(update_translations.UpdateTranslationsView):
    """The same for the update of a source."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except MachineTranslationError:
            _machine_failed(self.request)
            return redirect(self.get_success_url() or self.get_default_success_url())


class DraftsMixin:
    """Submits new drafts only; what is below the page follows in the background."""

    def get_form(self):
        """Where there is one language left, nobody has to choose."""
        form = super().get_form()
        targets = form.fields["locales"].queryset
        if len(targets) == 1:
            form.initial.setdefault("locales", list(targets))
        return form

    @transaction.atomic
    def form_valid(self, form):
        locales = form.cleaned_data["locales"]
        submit(self.object, locales, self.request.user, self.components)
        if form.cleaned_data["include_subtree"]:
            translate_branch.enqueue(self.object.pk, [locale.pk for locale in locales], self.request.user.pk)
            return redirect("portal_translation_tree", self.object.pk, locales[0].pk)
        names = ", ".join(str(locale.get_display_name()) for locale in locales)
        messages.success(self.request, self.get_success_message(names))
        only = self.object.get_translation(locales[0]) if len(locales) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(only))


class SubmitPageView(DraftsMixin, submit_translations.SubmitPageTranslationView):
    """A page, or a page with all below it."""


class SubmitSnippetView(DraftsMixin, submit_translations.SubmitSnippetTranslationView):
    """A topic or a glossary term."""
