"""Who stands behind the site: told in the footer and on its pages, as far as it is set."""

import pytest
from wagtail.models import Locale, Site

from cms.models import OwnerDescription, PortalSettings
from home.models import StandardPage
from tests.factories import pages
from tests.markup import without_layout

pytestmark = pytest.mark.django_db
GIVEN = {
    "owner": "Consorzio Esempio",
    "owner_link": "https://consorzio.example/",
    "postal_address": "Via della Seta 1, Como",
    "tax_code": "01234567890",
    "email": "info@consorzio.example",
    "pec": "consorzio@pec.example",
    "phone": "+39 031 000000",
    "accessibility_statement": "https://form.example/statement",
    "accessibility_email": "accesso@consorzio.example",
}
LABELS = ("Tax code", "PEC", "Telephone", "Accessibility statement", "Report an accessibility problem")


def footer(client, address: str) -> str:
    return without_layout(client.get(address).content.decode()).split("<footer")[1]


@pytest.fixture
def settings_of_site(tree) -> PortalSettings:
    return PortalSettings.for_site(Site.objects.get(is_default_site=True))


def test_what_is_not_set_is_shown_nowhere(client, tree):
    shown = footer(client, tree.home.url)
    assert "Intreccio" in shown
    assert not [label for label in (*LABELS, "Who publishes this site") if label in shown]


def test_what_is_set_is_in_the_footer_of_every_page(client, tree, settings_of_site):
    client.get(tree.home.url)
    for name, value in GIVEN.items():
        setattr(settings_of_site, name, value)
    settings_of_site.save()
    for address in (tree.home.url, tree.funding.url):
        shown = footer(client, address)
        for value in (*GIVEN.values(), *LABELS):
            assert value.replace(" ", "") in shown.replace(" ", ""), value


def test_each_language_has_its_sentence(client, tree, settings_of_site):
    for code, text in (("it", "Unisce <b>teatri</b>."), ("en", "It joins theatres.")):
        locale = Locale.objects.get(language_code=code)
        OwnerDescription.objects.create(settings=settings_of_site, locale=locale, text=text)
    shown = footer(client, tree.home.url)
    assert "Unisce &lt;b&gt;teatri&lt;/b&gt;." in shown
    assert "It joins theatres." not in shown


def test_the_page_on_accessibility_shows_the_statement(client, tree, settings_of_site):
    page, other = (pages.add(StandardPage, tree.home, title=title) for title in ("Aiuto", "Chi siamo"))
    settings_of_site.accessibility_statement = GIVEN["accessibility_statement"]
    settings_of_site.accessibility_page = page
    settings_of_site.save()
    link = GIVEN["accessibility_statement"]
    assert without_layout(client.get(page.url).content.decode()).split("<footer")[0].count(link) == 1
    assert link not in without_layout(client.get(other.url).content.decode()).split("<footer")[0]


def test_administrators_set_it_in_the_admin(admin_client, settings_of_site):
    address = f"/admin/settings/core/portalsettings/{settings_of_site.site_id}/"
    html = admin_client.get(address).content.decode()
    for name in (*GIVEN, "accessibility_page", "descriptions-TOTAL_FORMS"):
        assert f'name="{name}"' in html, name
