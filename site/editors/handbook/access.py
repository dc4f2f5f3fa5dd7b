"""Who may read the guide."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from wagtail.admin.auth import require_admin_access


def editors_only(view: Callable) -> Callable:
    """Asks the anonymous to log in, and answers 403 to whoever is logged in but is no editor."""
    guarded = require_admin_access(view)

    @wraps(view)
    def decide(request, *args, **kwargs):
        user = request.user
        if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        return guarded(request, *args, **kwargs)

    return decide
