"""Wagtail's app of users and groups, with our views of them."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    user_viewset = "portal.accounts.views.PeopleViewSet"
    group_viewset = "portal.accounts.views.GroupsViewSet"
