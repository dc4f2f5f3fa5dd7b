"""Translation in the admin: addresses that come before the library's, and what is out of date."""

from urllib.parse import urlencode

from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.wagtail_hooks import TranslationsReportMenuItem

from cms.admin.deny import deny_with_403
from cms.constants import TRANSLATE
from cms.formats.localized import language_in_sentence
from cms.shared_facts.fields import neutral_fields
from cms.shared_facts.version_group import leader_of

from . import (
    addresses,
    buttons,
    comments,
    deleted_references,
    editor_data,
    progress,
    publishing,
    save_texts,
    stop_translation,
    views,
)
from .editor_texts import TranslationCatalog
from .queries import behind, offline, source_of
from .report import TranslationReport
from .restarting import restart_translation
from .targets import edit_address

buttons.install()
comments.install()
deleted_references.install()
addresses.install()
# Before the library's.
for hook in ("before_edit_page", "before_edit_snippet"):
    hooks.register(hook, restart_translation.ask_first, order=-1)
    hooks.register(hook, publishing.ask_first, order=-1)


@hooks.register("register_admin_urls", order=-1)
def register_addresses():
    """Of two patterns for one address the first answers; the library's names go on leading to it."""
    one = "localize/translate/<int:translation_id>"
    snippet = "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/"
    tree = "localize/tree/<int:page_id>/<int:locale_id>/"
    update = views.UpdateTranslationsView.as_view()
    return [
        *editor_data.addresses(),
        path("localize/jsi18n/", TranslationCatalog.as_view()),
        path(f"{one}/strings/<int:string_segment_id>/edit/", save_texts.save_string),
        path(f"{one}/overrides/<int:overridable_segment_id>/edit/", save_texts.save_override),
        path(f"{one}/pofile/upload/", deny_with_403(views.upload_pofile)),
        path(f"{one}/machine_translate/", deny_with_403(views.machine_translate)),
        path(
            f"{one}/restart/", deny_with_403(restart_translation.confirm), name="portal_translation_restart"
        ),
        path(f"{one}/disable/", deny_with_403(stop_translation.stop)),
        path(f"{one}/publish/", deny_with_403(publishing.question), name="portal_translation_publish"),
        path("localize/update/<int:translation_source_id>/", deny_with_403(update)),
        path("localize/submit/page/<int:page_id>/", deny_with_403(views.SubmitPageView.as_view())),
        path(snippet, deny_with_403(views.SubmitSnippetView.as_view())),
        path(tree, deny_with_403(progress.show), name="portal_translation_tree"),
        path("localize/reports/translations/", TranslationReport.as_view()),
        path("localize/reports/translations/results/", TranslationReport.as_view(results_only=True)),
    ]


def _update_link(request, source) -> str:
    """For those who may do it; it leads back to where it was read."""
    if not request.user.has_perm(TRANSLATE):
        return ""
    address = reverse("wagtail_localize:update_translations", args=[source.pk])
    address += "?" + urlencode({"next": request.path})
    return format_html(' <a href="{}">{}</a>', address, _("Update the translations"))


def _warn(request, text: str, source) -> None:
    messages.warning(request, format_html("{}{}", text, _update_link(request, source)))


@hooks.register("before_edit_page", order=-1)
def tell_of_older_source(request, page):
    """The translator learns that the source has moved on; the public page stays as it is."""
    if request.method != "GET":
        return
    source = source_of(page)
    origin = source and source.get_source_instance()
    if origin and origin.last_published_at and origin.last_published_at > source.last_updated_at:
        _warn(request, _("The original was published again after this translation was begun."), source)


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def tell_where_facts_come_from(request, instance):
    """After the library, which has taken those that it synchronises: who writes by hand learns where days and
    amounts are changed."""
    leader = leader_of(instance) if request.method == "GET" else None
    if leader is None or not neutral_fields(type(leader)).facts:
        return
    text = _(
        "Facts such as days and amounts come from the version in %(language)s: changed there, they follow "
        "here at once."
    )
    address = edit_address(request.user, leader)
    buttons = [messages.button(address, _("Open that version"))] if address else None
    messages.info(request, text % {"language": language_in_sentence(leader.locale)}, buttons=buttons)


@hooks.register("after_publish_page")
def tell_of_older_translations(request, page):
    """Who publishes the source learns which languages now say something older, or nothing."""
    away = offline(page)
    hidden = {each.locale_id for each in away}
    found = [each for each in behind(page) if each.target_locale_id not in hidden]
    if found:
        names = ", ".join(str(each.target_locale.get_display_name()) for each in found)
        text = _("These translations still say what the page said before: %(languages)s.")
        _warn(request, text % {"languages": names}, found[0].source)
    if away:
        links = format_html_join(", ", '<a href="{}">{}</a>', map(_edit_link, away))
        messages.warning(request, format_html("{} {}", _("These translations are offline:"), links))


def _edit_link(page) -> tuple[str, str]:
    return reverse("wagtailadmin_pages:edit", args=[page.pk]), page.locale.get_display_name()


@hooks.register("after_edit_page")
def tell_who_approves(request, page):
    """The same, where an approval has published the page. It is asked for anew: Wagtail's knows it not."""
    if request.POST.get("workflow-action-name") != "approve":
        return
    page = Page.objects.get(pk=page.pk)
    if page.live and not page.has_unpublished_changes:
        tell_of_older_translations(request, page)


@hooks.register("construct_reports_menu")
def name_the_report(request, items):
    """The library names it once, in the language of whoever comes first."""
    for item in items:
        if isinstance(item, TranslationsReportMenuItem):
            item.label = TranslationReport.page_title


@hooks.register("construct_page_action_menu")
def leave_out_aliases(menu_items, request, context):
    """A copy in the source's language would stand under the address of another one."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]
