"""Wagtail's texts round the name of a model. Its Italian takes every name for a masculine one; ours leaves
out articles and participles that would have to agree with the name.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

WORDS = (
    _("%(model_name)s '%(object)s' created and published."),
    _("%(model_name)s '%(object)s' created and scheduled for publishing."),
    _("%(model_name)s '%(object)s' created and submitted for moderation."),
    _("%(model_name)s '%(object)s' created."),
    _("%(model_name)s '%(object)s' deleted."),
    _("%(model_name)s '%(object)s' has been replaced with version from %(timestamp)s."),
    _("%(model_name)s '%(object)s' has been scheduled for publishing."),
    _("%(model_name)s '%(object)s' has been submitted for moderation."),
    _("%(model_name)s '%(object)s' is live and this version has been scheduled for publishing."),
    _("%(model_name)s '%(object)s' updated and published."),
    _("%(model_name)s '%(object)s' updated."),
    _("%(model_name)s '%(title)s' is now unlocked."),
    _("%(model_name)s submissions"),
    _("%(model_name)s with this %(field_label)s already exists."),
    _("%(model_name)s with this %(field_labels)s already exists."),
    _("'%(object)s' unpublished."),
    _("(Private %(object)s)"),
    _("Anyone can edit this %(model_name)s"),
    _("Anyone can edit this %(model_name)s – lock it to prevent others from editing"),
    _("Are you sure you want to delete %(count)s %(snippet_type_name)s?"),
    _("Are you sure you want to delete this %(model_name)s?"),
    _("Are you sure you want to delete this %(snippet_type_name)s?"),
    _("Are you sure you want to unpublish this %(model_name)s?"),
    _("Cannot overwrite a revision that is not the latest for this %(model_name)s."),
    _("Choose another %(object)s"),
    _("Choose when this %(model_name)s should go live and/or expire"),
    _("Create a new %(model_name)s"),
    _("Edit this %(object)s"),
    _("New: %(model_name)s"),
    _("No %(model_name)s match your query."),
    _("No %(verbose_name)s found matching the query"),
    _("No %(verbose_name_plural)s available"),
    _("No one can make changes while the %(model_name)s is locked"),
    _("One or more references to this %(model_name)s prevent it from being deleted."),
    _("Only %(user)s can make changes while the %(model_name)s is locked"),
    _("Only reviewers can edit and approve the %(model_name)s"),
    _("Only reviewers for this task can edit the %(model_name)s."),
    _("Only you can make changes while the %(model_name)s is locked"),
    _("Publishing this %(model_name)s will cancel the current workflow."),
    _("Request to create %(model_name)s was blocked by hook."),
    _("Request to edit %(model_name)s was blocked by hook."),
    _("Reviewers can edit this %(model_name)s – lock it to prevent other reviewers from editing"),
    _("Sync translated %(model_name)s"),
    _('The %(model_name)s "%(title)s" has been approved in "%(task)s".'),
    _('The %(model_name)s "%(title)s" has been approved in "%(workflow)s".'),
    _('The %(model_name)s "%(title)s" has been approved in moderation stage "%(task)s".'),
    _('The %(model_name)s "%(title)s" has been approved in workflow "%(workflow)s".'),
    _(
        'The %(model_name)s "%(title)s" has been rejected during "%(task)s" in workflow '
        '"%(workflow)s" by %(rejector)s.'
    ),
    _('The %(model_name)s "%(title)s" has been rejected during "%(task)s" in workflow "%(workflow)s".'),
    _('The %(model_name)s "%(title)s" has been rejected during "%(task)s".'),
    _('The %(model_name)s "%(title)s" has been rejected during "%(workflow)s".'),
    _('The %(model_name)s "%(title)s" has been rejected in moderation stage "%(task)s".'),
    _('The %(model_name)s "%(title)s" has been submitted for approval to moderation stage "%(task)s".'),
    _(
        'The %(model_name)s "%(title)s" has been submitted for moderation to workflow "%(workflow)s" '
        "by %(requester)s."
    ),
    _('The %(model_name)s "%(title)s" has been submitted for moderation to workflow "%(workflow)s".'),
    _("The %(model_name)s '%(title)s' is not currently awaiting moderation in task '%(task_name)s'."),
    _("The %(model_name)s '%(title)s' is not currently awaiting moderation."),
    _("The %(model_name)s could not be created due to errors."),
    _("The %(model_name)s could not be saved as it is locked"),
    _("The %(model_name)s could not be saved due to errors."),
    _("There are no %(model_name)s to display."),
    _('There are no %(model_name)s to display. Why not <a href="%(add_url)s">add one</a>?'),
    _("This %(model_name)s hasn't been submitted for moderation yet"),
    _("This %(model_name)s is currently at <strong>%(task)s</strong> in <strong>%(workflow)s</strong>."),
    _("This %(model_name)s is currently awaiting moderation."),
    _(
        "This %(model_name)s was marked as needing changes at <strong>%(task)s</strong> in "
        "<strong>%(workflow)s</strong>."
    ),
    _("Version from %(timestamp)s of %(model_name)s '%(object)s' has been published."),
    _("Version from %(timestamp)s of %(model_name)s '%(object)s' has been scheduled for publishing."),
    _("Workflow '%(workflow_name)s' on %(model_name)s '%(title)s': %(status)s"),
    _("Workflow on %(model_name)s '%(object)s' has been cancelled."),
    _("Workflow on %(model_name)s '%(object)s' has been restarted."),
    _("Would you still like to publish this %(model_name)s?"),
    _("You are viewing a previous version of this %(model_name)s from <b>%(created_at)s</b> by %(user)s"),
    _("You can edit the %(model_name)s here:"),
    _("You can preview the %(model_name)s here:"),
    _("You don't have permission to delete this %(snippet_type_name)s"),
    _(
        "You haven't created any %(snippet_type_name)s snippets. Why not <a "
        'href="%(wagtailsnippets_create_snippet_url)s" target="_blank" rel="noreferrer">create one '
        "now</a>?"
    ),
    _("the %(model_name)s will also be deleted"),
    _("will be set to a %(model_name)s specified by the system"),
    _("will be set to the default %(model_name)s"),
    ngettext_lazy(
        "This %(model_name)s is referenced %(usage_count)s time.",
        "This %(model_name)s is referenced %(usage_count)s times.",
        "usage_count",
    ),
    ngettext_lazy(
        "%(count)d %(model_name)s deleted.",
        "%(count)d %(model_name)s deleted.",
        "count",
    ),
)
