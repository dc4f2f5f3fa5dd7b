"""The addresses of accounts below ``/admin/`` that are open before somebody has logged in."""

from django.urls import path

from .logging_in import LogIn

urlpatterns = [path("login/", LogIn.as_view())]
