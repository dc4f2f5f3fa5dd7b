"""Under ``api/search/``, the same in every language."""

from django.urls import path

from .api import search, suggestions

urlpatterns = [
    path("", search, name="search_api"),
    path("suggest", suggestions, name="search_suggest"),
]
