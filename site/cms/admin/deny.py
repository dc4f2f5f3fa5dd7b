"""What those see in the admin who may not."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.views.defaults import permission_denied


def deny_with_403(view: Callable) -> Callable:
    """Answers 403 where ``view`` raises ``PermissionDenied``: Wagtail would send the visitor elsewhere."""

    @wraps(view)
    def decide(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied as error:
            return permission_denied(request, error)

    return decide
