"""Users and groups in the admin, for those who may manage them."""

import django_filters
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets import BooleanRadioSelect
from wagtail.admin.widgets.button import Button
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.users.views import groups, users
from wagtail.users.views.bulk_actions import (
    AssignRoleBulkAction,
    DeleteBulkAction,
    SetActiveStateBulkAction,
)

from cms.admin.deny import refused
from cms.admin.mobile_rows import CardsMixin

from .forms import OWN_RIGHT, SUPERUSER, GroupForm, PersonCreationForm, PersonEditForm, RoleForm, refuse
from .grantable import Holdings

STRONGER = gettext_lazy(
    "This person may do more than you: only somebody who may do as much changes or deletes the account."
)


class EditorInFormMixin:
    """Tells the form who fills it in."""

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"giver": self.request.user}


def _roles(user) -> str:
    """The names of a user's groups, and whether the user may do everything."""
    names = sorted(str(group) for group in user.groups.all())
    return ", ".join([str(SUPERUSER), *names] if user.is_superuser else names)


class PeopleFilterSet(users.UserFilterSet):
    is_superuser = django_filters.BooleanFilter(label=SUPERUSER, widget=BooleanRadioSelect)


class PeopleIndexView(CardsMixin, users.IndexView):
    """With the roles of everybody, where Wagtail says only who is a superuser."""

    @cached_property
    def columns(self):
        roles = Column("roles", label=gettext_lazy("Roles"), accessor=_roles, width="25%")
        return [roles if column.name == "is_superuser" else column for column in super().columns]

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("groups")


def may_turn_off(user, asker) -> bool:
    """Whether ``asker`` may turn off the second factor of ``user``; not their own."""
    allowed = user.second_factor and user != asker and asker.has_perm("accounts.change_user")
    return bool(allowed) and Holdings(asker).may_manage(user)


class PersonCreateView(EditorInFormMixin, users.CreateView):
    page_title = gettext_lazy("New user")

    def get_page_subtitle(self):
        return ""


class PersonEditView(EditorInFormMixin, users.EditView):
    """Who may do more than the asker is not changed by them: a new password would be theirs."""

    def dispatch(self, request, *args, **kwargs):
        if not Holdings(request.user).may_manage(self.object):
            return refused(request, PermissionDenied(STRONGER))
        return super().dispatch(request, *args, **kwargs)

    @property
    def header_more_buttons(self):
        buttons = list(super().header_more_buttons)
        if may_turn_off(self.object, self.request.user):
            address = reverse("second_factor_turn_off", args=[self.object.pk])
            label = gettext("Turn the second factor off")
            buttons.append(Button(label, address, icon_name="lock-open", priority=30))
        return buttons


class PersonDeleteView(users.DeleteView):
    def dispatch(self, request, *args, **kwargs):
        if not Holdings(request.user).may_manage(self.get_object()):
            return refused(request, PermissionDenied(STRONGER))
        return super().dispatch(request, *args, **kwargs)


class PeopleViewSet(users.UserViewSet):
    index_view_class = PeopleIndexView
    filterset_class = PeopleFilterSet
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    delete_view_class = PersonDeleteView
    copy_view_enabled = False  # an account is somebody's own

    def get_common_view_kwargs(self, **kwargs):
        """Where somebody is mentioned is no concern of a list of accounts, as of groups."""
        return super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})

    def get_form_class(self, for_update=False):
        return PersonEditForm if for_update else PersonCreationForm


class GroupGivingMixin(EditorInFormMixin):
    """Asks of the permissions on pages and collections, too, whether the giver holds them."""

    def is_valid(self, form):
        valid = super().is_valid(form)
        holdings, before = Holdings(self.request.user), self._given()
        lacks = {"page": holdings.lacks_on_page, "collection": holdings.lacks_on_collection}
        for row, kind in self._rows():
            node = row.cleaned_data[kind]
            chosen = row.cleaned_data["permissions"]
            new = [each for each in chosen if (kind, node.pk, each.pk) not in before]
            if lacking := lacks[kind](node, new):
                row.add_error(kind, refuse(lacking))
                valid = False
        if not valid:
            self.produced_error_message = self.get_error_message()
        return valid

    def _rows(self):
        """The valid rows of the panels: of a page or of a collection, and what is allowed there."""
        for panel in self.permission_panel_forms:
            for row in getattr(panel, "forms", ()) if panel.is_valid() else ():
                kind = next((kind for kind in ("page", "collection") if row.cleaned_data.get(kind)), None)
                if kind and row not in panel.deleted_forms:
                    yield row, kind

    def _given(self) -> set[tuple[str, int, int]]:
        if self.object.pk is None:
            return set()
        kinds = {"page": GroupPagePermission, "collection": GroupCollectionPermission}
        return {
            (kind, *row)
            for kind, model in kinds.items()
            for row in model.objects.filter(group=self.object).values_list(f"{kind}_id", "permission_id")
        }


class GroupCreateView(GroupGivingMixin, groups.CreateView):
    pass


class GroupEditView(GroupGivingMixin, groups.EditView):
    pass


class GroupDeleteView(groups.DeleteView):
    """Of a group that may do more than the asker, its members would lose what is not the asker's to take.
    Nor is it deleted where the asker's own right to manage users would go with it."""

    def dispatch(self, request, *args, **kwargs):
        group, holdings = self.get_object(), Holdings(request.user)
        if not holdings.may_give(group):
            return refused(request)
        others = request.user.groups.exclude(pk=group.pk)
        if group in request.user.groups.all() and holdings.loses_users(others):
            messages.error(request, OWN_RIGHT)
            return redirect("wagtailusers_groups:edit", group.pk)
        return super().dispatch(request, *args, **kwargs)


class GroupIndexView(CardsMixin, groups.IndexView):
    columns = [
        TitleColumn(
            "name",
            label=gettext_lazy("Name"),
            sort_key="name",
            accessor=str,
            url_name="wagtailusers_groups:edit",
        )
    ]


class GroupsViewSet(groups.GroupViewSet):
    index_view_class = GroupIndexView
    add_view_class = GroupCreateView
    edit_view_class = GroupEditView
    delete_view_class = GroupDeleteView

    def get_form_class(self, for_update=False):
        return GroupForm


class AssignHeldRole(AssignRoleBulkAction):
    """Puts several users into a group that the asker may give."""

    form_class = RoleForm

    @cached_property
    def _holdings(self):
        return Holdings(self.request.user)

    def check_perm(self, obj):
        return super().check_perm(obj) and self._holdings.may_manage(obj)

    def get_form(self):
        form = super().get_form()
        given = [group.pk for group in self._holdings.groups()]
        form.fields["role"].queryset = Group.objects.filter(pk__in=given)
        return form

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "%(num_parent_objects)d user has been assigned as %(role)s",
            "%(num_parent_objects)d users have been assigned as %(role)s",
            num_parent_objects,
        ) % {"num_parent_objects": num_parent_objects, "role": self.cleaned_form.cleaned_data["role"]}


class DeleteManaged(DeleteBulkAction):
    """Deletes several users that the asker may manage."""

    @cached_property
    def _holdings(self):
        return Holdings(self.request.user)

    def check_perm(self, obj):
        return super().check_perm(obj) and self._holdings.may_manage(obj)


class SetActiveOfManaged(SetActiveStateBulkAction):
    """Locks or unlocks several users' accounts that the asker may manage."""

    @cached_property
    def _holdings(self):
        return Holdings(self.request.user)

    def check_perm(self, obj):
        return super().check_perm(obj) and self._holdings.may_manage(obj)
