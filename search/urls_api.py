"""Under ``api/search/``, the same in every language."""

from django.urls import path

from .api import search
from .counting.clicks import click

urlpatterns = [path("", search, name="search_api"), path("click", click, name="search_click")]
