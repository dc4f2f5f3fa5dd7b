"""Under ``api/search/``, the same in every language."""

from django.urls import path

from .api import search

urlpatterns = [path("", search, name="search_api")]
