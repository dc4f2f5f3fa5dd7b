"""Written, submitted, approved: and then public at the next request."""

import pytest
from playwright.sync_api import expect

from .form import PageForm
from .people import AUTHOR, CHIEF
from .yesterday import PUBLISHED

pytestmark = pytest.mark.browser

TITLE = "Riapre il Caffè Teatro"
MINE = "Inviati da me per l’approvazione"
WAITING = "In attesa della mia approvazione"


def found(visitor, words: str):
    visitor.goto(f"/it/cerca/?q={words}")
    return visitor.locator("main").get_by_role("link", name=TITLE)


def test_an_article_from_its_first_word_to_the_public(desk, visitor):
    lia = desk(AUTHOR)
    lia.menu("Articoli")
    lia.page.get_by_role("link", name="Aggiungi articolo").click()
    form = PageForm(lia)
    form.type_title(TITLE)
    form.add_heading("Una sala per il quartiere")
    form.add_text("La sala riapre a dicembre con un laboratorio di scenotecnica.")
    form.save_draft()
    checklist = form.open_panel("checklist")
    expect(checklist.locator("li")).not_to_have_count(0)
    lia.picture("checklist")
    form.fill_summary("Una cooperativa riapre la sala di via Roma.")
    form.choose("Invia per l’approvazione")
    lia.told(TITLE)
    lia.first_page()
    expect(lia.row(MINE, TITLE)).to_be_visible()
    lia.picture("sent")
    expect(found(visitor, "scenotecnica")).to_have_count(0)

    carla = desk(CHIEF)
    row = carla.row(WAITING, TITLE)
    expect(row).to_contain_text(AUTHOR.name)
    carla.picture("waiting")
    row.get_by_role("link", name=TITLE).click()
    form = PageForm(carla)
    form.open_panel("status")
    carla.picture("reading")
    form.choose_with_comment("Approva e pubblica, con un commento", "Bello, grazie.")
    carla.told(TITLE)
    carla.first_page()
    expect(carla.row(WAITING, TITLE)).to_have_count(0)

    found(visitor, "scenotecnica").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(visitor.get_by_role("heading", name="Una sala per il quartiere")).to_be_visible()
    visitor.goto("/it/notizie/")
    expect(visitor.locator("main").get_by_role("link", name=TITLE)).to_be_visible()


def test_a_change_is_compared_with_what_is_public_before_it_is_approved(desk, visitor):
    lia = desk(AUTHOR)
    lia.menu("Articoli")
    lia.page.get_by_role("link", name=PUBLISHED, exact=True).click()
    form = PageForm(lia)
    form.fill_summary("Trecento registrazioni si ascoltano in rete.")
    form.choose("Invia per l’approvazione")
    lia.told(PUBLISHED)

    carla = desk(CHIEF)
    row = carla.row(WAITING, PUBLISHED)
    row.get_by_role("link", name="Confronta con la versione pubblicata").click()
    expect(carla.page.locator(".comparison .deletion")).to_have_text("Duecento")
    expect(carla.page.locator(".comparison .addition")).to_have_text("Trecento")
    carla.picture("comparing")
    carla.first_page()
    row.get_by_role("link", name=PUBLISHED, exact=True).click()
    visitor.goto("/it/notizie/")
    expect(visitor.get_by_text("Trecento registrazioni")).to_have_count(0)
    PageForm(carla).choose("Approva e pubblica")
    carla.told(PUBLISHED)
    visitor.goto("/it/notizie/")
    expect(visitor.get_by_text("Trecento registrazioni")).to_be_visible()
