"""Under ``api/search/``, the same in every language."""

from django.urls import path

from .api import search, suggestions
from .counting.clicks import click

urlpatterns = [
    path("", search, name="search_api"),
    path("suggest", suggestions, name="search_suggest"),
    path("click", click, name="search_click"),
]
