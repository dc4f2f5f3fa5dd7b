"""Wagtail's app of users and groups, with our views of them."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    user_viewset = "editors.accounts.views.PeopleViewSet"
    group_viewset = "editors.accounts.views.GroupsViewSet"
