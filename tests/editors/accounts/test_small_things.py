"""Pages of accounts and sessions say what they are and what they do."""

import polib
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from editors.accounts.roles import ADMINISTRATOR, AUTHOR, EDITOR_IN_CHIEF
from portal.messages import CORRECTIONS
from search.models import SynonymGroup

from .conftest import stored

pytestmark = pytest.mark.django_db


def words(answer) -> str:
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def test_the_second_factor_has_a_tab_of_its_own_in_ones_account(author):
    soup = BeautifulSoup(author.get(reverse("wagtailadmin_account")).content, "html.parser")
    tabs = " ".join(tab.get_text(" ", strip=True) for tab in soup.select("[role=tab]"))
    assert "Security" in tabs and "More actions" not in tabs
    assert soup.select_one(f"#tab-security a[href='{reverse('second_factor')}']")


def test_an_account_is_saved_with_the_panel(author, django_user_model):
    address = reverse("wagtailadmin_account")
    data = querydict_from_html(author.get(address).content.decode(), form_id="w-editor-form")
    data["name_email-first_name"], data["name_email-last_name"] = "Ada", "Prova"
    author.post(address, data)
    assert django_user_model.objects.filter(first_name="Ada").exists()


def test_an_administrator_finds_the_second_factor_on_the_page_of_the_user(browser, person):
    keeper, other = browser(ADMINISTRATOR), person(AUTHOR)
    page, turn_off = (
        reverse("wagtailusers_users:edit", args=[other.pk]),
        reverse("second_factor_turn_off", args=[other.pk]),
    )
    assert turn_off not in keeper.get(page).content.decode()
    get_user_model().objects.filter(pk=other.pk).update(second_factor="x")
    assert turn_off in keeper.get(page).content.decode()


def test_a_new_user_is_called_so_and_has_roles(browser):
    answer = browser(ADMINISTRATOR).get(reverse("wagtailusers_users:add"))
    assert "New user" in BeautifulSoup(answer.content, "html.parser").title.get_text()
    assert answer.context["form"]["groups"].label == "Roles"


def test_a_link_to_the_log_out_asks(author, client):
    address = reverse("wagtailadmin_logout")
    asked = author.get(address)
    assert asked.status_code == 200 and "Log out?" in words(asked)
    assert author.get(reverse("wagtailadmin_account")).status_code == 200
    assert author.post(address).status_code == 302
    assert author.get(reverse("wagtailadmin_account")).status_code == 302
    assert client.get(address)["Location"] == reverse("wagtailadmin_login")


def test_a_wrong_password_is_told_in_a_sentence(client, person):
    from django.utils.translation import override

    for language in ("it", "en"):
        with override(language):
            told = client.post(
                reverse("wagtailadmin_login"),
                {"username": "nobody", "password": "x"},
                headers={"accept-language": language},
            )
        assert str(told.context["form"].non_field_errors()[0])[0].isupper()


def test_an_earlier_version_says_that_nothing_has_changed_yet(browser, site):
    chief, page = browser(EDITOR_IN_CHIEF), stored(site.article)
    page.title = "Titolo di prima"
    first = page.save_revision()
    page.title = "Titolo di adesso"
    page.save_revision()
    told = chief.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk]))
    assert "Nothing has changed yet: to bring this version back, press" in words(told)
    shown = BeautifulSoup(told.content, "html.parser").select("header [data-w-breadcrumbs] li")[-1]
    assert "Titolo di prima" in shown.get_text(" ")


def test_a_new_entry_without_drafts_is_not_called_published(browser):
    address = reverse(SynonymGroup.snippet_viewset.get_url_name("add"))
    soup = BeautifulSoup(browser(EDITOR_IN_CHIEF).get(address).content, "html.parser")
    panel = " ".join(soup.select_one('[data-side-panel="status"]').get_text(" ").split())
    assert "Not saved yet" in panel and "Live" not in panel


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_button_of_the_translation_does_not_only_submit(language):
    """Of our wording of the library's texts; tests run without it."""
    texts = polib.pofile(CORRECTIONS / language / "LC_MESSAGES/django.po")
    assert "tra" in texts.find("Submit").msgstr.lower()
