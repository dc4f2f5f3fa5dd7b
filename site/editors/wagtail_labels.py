"""Labels of Wagtail's that would be in one language for everybody: made once, while the site starts, or never
given, so that Django makes them of an attribute's English name. Here each is a text that is translated when
it is shown.
"""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField
from wagtail.admin import messages
from wagtail.admin.forms import choosers, collections, workflows
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages import delete
from wagtail.admin.views.pages.bulk_actions import delete as bulk_delete
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.views.reports import locked_pages
from wagtail.admin.views.reports import workflows as workflow_reports
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.contrib.redirects import filters as redirects
from wagtail.contrib.redirects.views import IndexView as RedirectIndexView
from wagtail.documents.forms import GroupDocumentPermissionFormSet
from wagtail.forms import TaskStateCommentForm
from wagtail.images import forms as images
from wagtail.sites.views import IndexView as SiteIndexView
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize.locales.views import CreateView as LocaleCreateView
from wagtail_localize.models import LocaleSynchronization, LocaleSynchronizationModelForm

from .reports.approvals import RequestPaginator

LINK_TEXT = {"link_text": _("Link text")}
FORMS = {
    choosers.ExternalLinkChooserForm: LINK_TEXT,
    choosers.AnchorLinkChooserForm: LINK_TEXT,
    choosers.PhoneLinkChooserForm: LINK_TEXT | {"phone_number": _("Phone number")},
    choosers.EmailLinkChooserForm: LINK_TEXT
    | {"email_address": _("Email address"), "subject": _("Subject"), "body": _("Text")},
    images.ImageInsertionForm: {
        "format": _("Format"),
        "image_is_decorative": _("Image is decorative"),
        "alt_text": _("Alt text"),
    },
    images.URLGeneratorForm: {
        "filter_method": _("Filter"),
        "width": _("Width"),
        "height": _("Height"),
        "closeness": _("Closeness"),
    },
    TaskStateCommentForm: {"comment": _("Comment")},
    workflows.WorkflowPageForm: {"page": _("Page")},
    PagePermissionsForm: {"page": _("Page")},
    workflows.WorkflowContentTypeForm: {"content_types": _("Content types")},
}
COLUMNS = {"port": _("Port"), "site_name": _("Site name"), "root_page": _("Root page")}
CHOOSING = {
    "choose_one_text": _("Choose"),
    "choose_another_text": _("Choose another"),
    "edit_item_text": _("Edit"),
    "search_tab_label": _("Search"),
    "create_action_label": _("Create"),
}
ADD, EDIT, CHOOSE, DELETE = _("Add"), _("Edit"), _("Choose"), _("Delete")
PERMISSIONS = {
    collections.GroupCollectionManagementPermissionFormSet: {
        "add_collection": (ADD, _("Add collections")),
        "change_collection": (EDIT, _("Edit collections")),
        "delete_collection": (DELETE, _("Delete collections")),
    },
    images.GroupImagePermissionFormSet: {
        "add_image": (ADD, _("Add/edit images you own")),
        "change_image": (EDIT, _("Edit any image")),
        "choose_image": (CHOOSE, _("Select images in choosers")),
    },
    GroupDocumentPermissionFormSet: {
        "add_document": (ADD, _("Add/edit documents you own")),
        "change_document": (EDIT, _("Edit any document")),
        "choose_document": (CHOOSE, _("Select documents in choosers")),
    },
}
SIZES = (
    ("original", _("Original size")),
    ("width", _("Resize to width")),
    ("height", _("Resize to height")),
    ("min", _("Resize to min")),
    ("max", _("Resize to max")),
    ("fill", _("Resize to fill")),
)


class SynchronizationForm(LocaleSynchronizationModelForm):
    """Of a language, which keeps in step with another one. Its model names no labels."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _label(self.fields, {"enabled": _("Keep in step"), "sync_from": _("Language to keep in step with")})


def use_translated_labels() -> None:
    """Called once, when all apps are there."""
    for form, labels in FORMS.items():
        _label(form.base_fields, labels)
    for column in SiteIndexView.columns:
        column.label = COLUMNS.get(column.name, column.label)
    for name, text in CHOOSING.items():
        setattr(ChooserViewSet, name, text)
    for formset, texts in PERMISSIONS.items():
        formset.permission_types[:] = [(code, *texts[code]) for code, *_old in formset.permission_types]
    images.URLGeneratorForm.base_fields["filter_method"].choices = SIZES
    SearchView.verbose_name, SearchView.verbose_name_plural = _("page"), _("pages")
    LocaleCreateView.page_subtitle = _("Language")
    LocaleSynchronization.base_form_class = SynchronizationForm
    _label_redirects()
    _label_approvals()
    for module in (delete, bulk_delete):
        module.type_to_delete_confirmation = _is_confirmed


def _is_confirmed(request: HttpRequest, context: dict | None = None) -> bool:
    """Whether the name of the site is typed, where many pages are deleted. Wagtail refuses in English."""
    if request.POST.get("confirm_site_name", "") in ("", settings.WAGTAIL_SITE_NAME):
        return True
    messages.error(request, gettext("Type “%(name)s” to confirm.") % {"name": settings.WAGTAIL_SITE_NAME})
    return False


class PersonField(ModelChoiceField):
    """A choice of people, by their full names."""

    def label_from_instance(self, obj):
        return get_user_display_name(obj)


def _label_approvals() -> None:
    workflow_reports.WorkflowReportFilterSet.base_filters["requested_by"].field_class = PersonField
    locked_pages.LockedPagesReportFilterSet.base_filters["locked_by"].field_class = PersonField
    for view in (workflow_reports.WorkflowView, workflow_reports.WorkflowTasksView):
        view.paginator_class = RequestPaginator
        view.verbose_name_plural = RequestPaginator.verbose_name_plural


def _label_redirects() -> None:
    shown = redirects.RedirectsReportFilterSet.base_filters["is_permanent"]
    shown.label = _("Type")
    shown.extra |= {
        "choices": ((True, _("Permanent")), (False, _("Temporary"))),
        "empty_label": _("All"),
    }
    RedirectIndexView.export_headings = {
        "old_path": _("From"),
        "site": _("Site"),
        "link": _("To"),
        "get_is_permanent_display": _("Type"),
    }


def _label(fields: dict, labels: dict[str, Promise]) -> None:
    for name, label in labels.items():
        fields[name].label = label
