"""What Wagtail's checker looks for on a page, beside the editor's form and in the bar on public pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

# Beyond Wagtail's own: what an editor can cause and mend. The rest is the templates' and tested there.
MORE_RULES = {
    "image-alt": (
        _("A picture has no description"),
        _("Describe it, or tick “Decoration only”"),
    ),
    "image-redundant-alt": (
        _("A picture’s description repeats the text beside it"),
        _("Say what the picture adds, or tick “Decoration only”"),
    ),
    "page-has-heading-one": (
        _("The page has no title"),
        _("Give it one: it is the heading of the first level"),
    ),
    "table-duplicate-name": (
        _("A table’s caption is told twice"),
        _("Say in the caption what the table tells, once"),
    ),
    "identical-links-same-purpose": (
        _("Links that read alike lead to different places"),
        _("Name each place in its link"),
    ),
    "video-caption": (
        _("A film has no captions"),
        _("Add captions, and write down what is said"),
    ),
}


class PortalChecker(ContentCheckerItem):
    """Wagtail's rules and ours, on what an editor writes: the frame of the page is no concern of theirs."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, *MORE_RULES]
    axe_messages = ContentCheckerItem.axe_messages | {
        rule: {"error_name": name, "help_text": advice} for rule, (name, advice) in MORE_RULES.items()
    }


def use_portal_checker(request, items, page) -> None:
    """Puts our checker in the place of Wagtail's, for ``construct_wagtail_userbar``."""
    for index, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[index] = PortalChecker(in_editor=item.in_editor)
