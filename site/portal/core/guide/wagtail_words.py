"""Wagtail's own texts that its Italian catalogue lacks, leaves in English or gets wrong: ours has them.

Only what editors meet in their work. Django looks in the project's catalogue first.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"),
    _(
        "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s in "
        "'<span class=\"w-title-ellipsis\">%(title)s</span>'."
    ),
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s across entire site."),
    _("- Select an option -"),
    _("%(model_name)s scheduled for publishing"),
    _("%(model_name)s scheduled for publishing at %(go_live_at)s"),
    _("%(model_name)s unscheduled for publishing at %(go_live_at)s"),
    _("%(model_name)s unscheduled from publishing"),
    _("A network error occurred"),
    _("Add a concise description for search engines"),
    _("Add locale"),
    _("Alternatively, you can view the latest version in a new tab."),
    _("Anyone"),
    _("Are you sure you want to delete this locale?"),
    _("Cancelled by %(cancelled_by)s"),
    _("Currently idle"),
    _("Delete locale"),
    _("Locked by"),
    _("Maximum filesize: %(max_upload_size)s."),
    _("Meta description is empty"),
    _("Proceeding will overwrite the changes made by %(user_name)s."),
    _("Proceeding will overwrite the changes you made in that window."),
    _("Page '%(page_title)s' created and scheduled for publishing."),
    _("Page '%(page_title)s' has been scheduled for publishing."),
    _("Schedule to publish"),
    _("Select a new language"),
    _("Set schedule"),
    _("Snippets"),
    _(
        "Troubleshoot your connection to the site before proceeding. "
        "Open the editor in a separate tab to view the last saved version."
    ),
    _('The %(model_name)s "%(title)s" has been submitted for approval in moderation stage "%(task)s"'),
    _('The %(model_name)s "%(title)s" has been submitted for approval in moderation stage "%(task)s".'),
    _('The %(model_name)s "%(title)s" has been submitted to workflow "%(workflow)s"'),
    _("This locale cannot be deleted because there are pages and/or other objects using it."),
    _("View latest version"),
    _('You do not have permission to publish pages at "%(page_title)s"'),
    _("Save schedule"),
    _("Edit schedule"),
    _("Set publishing schedule"),
    _("Invalid schedule"),
    _("Once scheduled:"),
    _("No publishing schedule set"),
    _("Cancel scheduled publish"),
    _("Unschedule"),
    _("Yes, unschedule"),
    _("Are you sure you want to unschedule this revision?"),
    _("Anyone with editing permissions can create schedules"),
    _("Scheduling…"),
    _("%(model_name)s '%(object)s' has been scheduled for publishing."),
    _("%(model_name)s '%(object)s' created and scheduled for publishing."),
    _("%(model_name)s '%(object)s' is live and this version has been scheduled for publishing."),
    _("Page '%(page_title)s' is live and this version has been scheduled for publishing."),
    _("live"),
)
