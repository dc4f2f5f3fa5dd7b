"""Nobody gives what they do not hold: who may manage whom, and which permissions and groups they may give.

Superusers hold everything. For anybody else a permission on a page or a collection is held where it is held
on something above it in the tree.
"""

from collections.abc import Iterable
from itertools import chain

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission

# What it takes to give anybody a role back in the admin.
MANAGES_USERS = {"wagtailadmin.access_admin", "accounts.change_user"}

Place = tuple[str, int]  # the path of a page or a collection, and the number of a permission on it


class Holdings:
    """What ``user`` holds; read once."""

    def __init__(self, user):
        self.user, self.everything = user, user.is_active and user.is_superuser
        self._permissions = user.get_all_permissions()
        mine = {"group__in": user.groups.all()}
        self._pages = _places(GroupPagePermission.objects.filter(**mine), "page")
        self._collections = _places(GroupCollectionPermission.objects.filter(**mine), "collection")

    def lacks(self, permissions: Iterable[Permission]) -> list[Permission]:
        """Those of ``permissions``, on all things of a model, that the user does not hold."""
        if self.everything:
            return []
        return [each for each in permissions if _full_name(each) not in self._permissions]

    def lacks_on_page(self, page, permissions: Iterable[Permission]) -> list[Permission]:
        return self._lacks_below(self._pages, page, permissions)

    def lacks_on_collection(self, collection, permissions: Iterable[Permission]) -> list[Permission]:
        return self._lacks_below(self._collections, collection, permissions)

    def _lacks_below(self, held: set[Place], node, permissions: Iterable[Permission]) -> list[Permission]:
        return [each for each in permissions if not self._holds(held, (node.path, each.pk))]

    def _holds(self, held: set[Place], wanted: Place) -> bool:
        path, permission = wanted
        return self.everything or any(path.startswith(above) and permission == given for above, given in held)

    def may_give(self, group: Group) -> bool:
        """Whether the user holds all that ``group`` may do."""
        if self.everything:
            return True
        given = group.permissions.select_related("content_type")
        pages = _places(group.page_permissions.all(), "page")
        collections = _places(group.collection_permissions.all(), "collection")
        return (
            not self.lacks(given)
            and all(self._holds(self._pages, each) for each in pages)
            and all(self._holds(self._collections, each) for each in collections)
        )

    def groups(self) -> list[Group]:
        """The groups that the user may give."""
        return [group for group in Group.objects.all() if self.may_give(group)]

    def loses_users(self, groups: Iterable[Group], permissions: Iterable[Permission] = ()) -> bool:
        """Whether the user, who manages users, could do so no more with these groups alone, and
        ``permissions`` of one that is being changed."""
        if self.everything or not self._permissions >= MANAGES_USERS:
            return False
        of_groups = Permission.objects.filter(group__in=groups).select_related("content_type")
        own = self.user.user_permissions.select_related("content_type")
        return not {_full_name(each) for each in chain(of_groups, own, permissions)} >= MANAGES_USERS

    def may_manage(self, other) -> bool:
        """Whether the user may change the account of ``other``, its password too: one that may do no more."""
        if self.everything or other == self.user:
            return True
        if other.is_superuser or not other.get_all_permissions() <= self._permissions:
            return False
        return all(self.may_give(group) for group in other.groups.all())


def _full_name(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


def _places(permissions, node: str) -> set[Place]:
    return set(permissions.values_list(f"{node}__path", "permission_id"))
