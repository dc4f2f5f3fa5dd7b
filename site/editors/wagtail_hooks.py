"""What the shared content adds to the admin."""

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem

from cms.forms import incomplete_days
from cms.rich_text import LivePageLinkHandler
from cms.shared_facts.save_hooks import ACTION as FACTS_TAKEN

from . import parent_choice, scheduling
from .approval import action_menu, submit_button, withdrawal
from .explorer import PortalPageViewSet
from .handbook.checker import use_portal_checker
from .language_versions import actions as language_version_actions

parent_choice.install()
hooks.register("construct_wagtail_userbar", use_portal_checker)
# Wagtail's own is of the same name: the last one stands.
hooks.register("register_bulk_action", parent_choice.PortalMoveBulkAction, order=100)
for name in (
    "after_unpublish_page",
    "after_delete_page",
    "after_move_page",
    "after_bulk_action",
    "after_delete_snippet",
    "after_unpublish",
):
    hooks.register(name, getattr(language_version_actions, name))
for menu in ("construct_page_action_menu", "construct_snippet_action_menu"):
    hooks.register(menu, action_menu.word_the_decisions)
    hooks.register(menu, scheduling.name_the_hour)
    hooks.register(menu, submit_button.word_the_button)
    hooks.register(menu, withdrawal.ask_before_withdrawing)
hooks.register("register_admin_urls", withdrawal.addresses)
for deed in ("after_create_page", "after_edit_page", "after_create_snippet", "after_edit_snippet"):
    hooks.register(deed, scheduling.tell_the_hour)


@hooks.register("insert_global_admin_js")
def scripts():
    return format_html(
        '<script type="module" src="{}"></script>'
        '<script type="module" src="{}" id="lengths-script" data-count="{}"></script>'
        '<script type="module" src="{}" id="days-script"'
        ' data-year="{}" data-day="{}" data-short="{}"></script>',
        static("js/admin/privacy.js"),
        static("js/admin/lengths.js"),
        gettext("{count} of {longest} characters"),
        static("js/admin/days.js"),
        incomplete_days.WITHOUT_YEAR,
        incomplete_days.WITHOUT_DAY,
        incomplete_days.SHORT_YEAR,
    )


@hooks.register("register_admin_viewset", order=100)
def register_explorer():
    return PortalPageViewSet("portal_pages")


@hooks.register("register_log_actions")
def register_facts_taken(actions):
    actions.register_action(
        FACTS_TAKEN, _("Take facts over"), _("Took over what changed in the version in another language")
    )


@hooks.register("register_rich_text_features", order=100)
def register_live_links(features):
    features.register_link_type(LivePageLinkHandler)


@hooks.register("construct_help_menu")
def leave_out_wagtails_news(request, items):
    """What is new in Wagtail, and its own guide, in English: the handbook is ours. They would count
    themselves beside "Help" until each editor has opened them."""
    items[:] = [item for item in items if not isinstance(item, DismissibleMenuItem)]


@hooks.register("register_help_menu_item")
def handbook_menu_item():
    return MenuItem(_("Editors’ handbook"), reverse("handbook"), name="handbook", icon_name="help", order=100)


@hooks.register("register_help_menu_item")
def patterns_menu_item():
    return MenuItem(_("Pattern library"), reverse("patterns"), name="patterns", icon_name="grid", order=110)


@hooks.register("insert_editor_js")
def saving_script():
    return render_to_string("wagtailadmin/saving.html")
