"""The addresses of the guide, below ``/admin/``.

Not registered with Wagtail, which sends a user who is no editor to the login page again.
"""

from django.urls import path

from .access import editors_only
from .handbook import HandbookView
from .patterns import PatternFrameView, PatternsView

urlpatterns = [
    path("patterns/", editors_only(PatternsView.as_view()), name="patterns"),
    path("patterns/frame/", editors_only(PatternFrameView.as_view()), name="pattern_frame"),
    path("handbook/", editors_only(HandbookView.as_view()), name="handbook"),
]
