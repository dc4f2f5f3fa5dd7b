"""The status beside a page's form names its versions in other languages, whoever looks."""

import pytest

from editors.accounts.roles import AUTHOR
from tests.cms.open_forms import edit_address
from tests.editors.accounts.conftest import browser, person, site  # noqa: F401

pytestmark = pytest.mark.django_db


def test_versions_that_may_not_be_edited_are_there_to_be_read(site, browser):  # noqa: F811
    client = browser(AUTHOR)
    text = client.get(edit_address(site.article)).content.decode()
    assert "No other translations" not in text and "Available in 2 locales" in text
    assert f'<a href="{site.english_article.url}" lang="en">' in text
    site.english_article.unpublish()
    text = client.get(edit_address(site.article)).content.decode()
    assert "English (not published)" in " ".join(text.split())
    assert f'href="{edit_address(site.english_article)}"' not in text
