"""Under ``_util/`` of each language, by the names that Wagtail looks for."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from .views import LogIn, page_password

urlpatterns = [
    path("login/", LogIn.as_view(), name="wagtailcore_login"),
    path("logout/", LogoutView.as_view(), name="log_out"),
    path(
        "authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        page_password,
        name="wagtailcore_authenticate_with_password",
    ),
]
