"""Who may import: those who may add sheets; and publish them at once: those who may publish sheets."""

from ..apply import italian_index
from ..errors import FileError


def may_import(user) -> bool:
    """Whether ``user`` may add funding sheets."""
    permissions = _permissions(user)
    return bool(permissions and permissions.can_add_subpage())


def may_publish(user) -> bool:
    """Whether ``user`` may publish what is imported."""
    permissions = _permissions(user)
    return bool(permissions and permissions.can_publish_subpage())


def _permissions(user):
    if not user.is_authenticated:
        return None
    try:
        return italian_index().permissions_for_user(user)
    except FileError:
        return None
