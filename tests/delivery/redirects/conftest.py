"""A page gets another address."""

import pytest


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def rename(page, slug):
        page = type(page).objects.get(pk=page.pk)
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        return type(page).objects.get(pk=page.pk)

    return rename
