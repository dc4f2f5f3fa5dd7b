"""The places of the admin where a page gets another parent, and the window that offers one."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages
from wagtail.admin.views import chooser
from wagtail.admin.views.pages.bulk_actions import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveForm
from wagtail.admin.views.pages.move import MoveChooseDestinationView, MoveConfirmView
from wagtail.models import Page

from cms.forms.parent_field import OwnLanguageMoveForm, check, check_elsewhere, stand_below
from cms.forms.parents import fits


class PortalMoveView(MoveChooseDestinationView):
    form_class = OwnLanguageMoveForm

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.user = self.request.user
        return form

    def get_context_data(self, **kwargs):
        """With the form that was sent, and what is wrong with it."""
        context = super().get_context_data(**kwargs)
        return context | {"move_form": kwargs.get("form", context["move_form"])}


class OwnLanguageBulkMoveForm(MoveForm):
    def __init__(self, *args, pages=(), user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.pages, self.user = pages, user

    def clean_chooser(self) -> Page:
        parent = self.cleaned_data["chooser"]
        check(self.pages, parent, self.user)
        check_elsewhere(self.pages, parent)
        return parent


class PortalMoveBulkAction(MoveBulkAction):
    form_class = OwnLanguageBulkMoveForm

    def get_form_kwargs(self):
        pages, _others = self.get_actionable_objects()
        return super().get_form_kwargs() | {"pages": pages, "user": self.request.user}


class PortalMoveConfirmView(MoveConfirmView):
    """Who comes here by its address learns first what stands against the place itself: Wagtail looks at
    the slug before anything else."""

    def dispatch(self, request, page_to_move_id, destination_id, *args, **kwargs):
        page = get_object_or_404(Page, pk=page_to_move_id).specific
        try:
            check([page], get_object_or_404(Page, pk=destination_id), request.user)
        except ValidationError as error:
            messages.error(request, error.message)
            return redirect("wagtailadmin_pages:move", page.pk)
        return super().dispatch(request, page_to_move_id, destination_id, *args, **kwargs)


MOVES = ("move_to", "bulk_move_to")
_can_choose = chooser.can_choose_page


def _can_choose_parent(
    page: Page, user, classes, root=True, user_perm=None, target_pages=None, **kwargs
) -> bool:
    """``target_pages`` are those that are to be copied or moved; these are not offered where they are."""
    fitting = all(fits(each, page) for each in target_pages or ())
    if user_perm in MOVES and stand_below(target_pages or (), page):
        return False
    return fitting and _can_choose(page, user, classes, root, user_perm, target_pages, **kwargs)


def install() -> None:
    """Wagtail has no setting for it."""
    chooser.can_choose_page = _can_choose_parent
