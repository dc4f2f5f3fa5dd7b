"""How often one sender may write."""

from django.conf import settings
from django.http import HttpRequest

from delivery.limits import hits

HOUR = 3600  # seconds


def may_send(request: HttpRequest) -> bool:
    """Whether the sender may write once more within this hour; counts this time."""
    most = settings.LIMITS["messages"]
    return not most or hits(request, "messages", HOUR) <= most
