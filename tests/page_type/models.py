"""Exhibitions and their list."""

from django.utils.translation import gettext_noop

from cms.list_page.pages import ListPage
from cms.pages import BasePage


class ExhibitionPage(BasePage):
    search_type = "exhibition"
    search_label = "Exhibition"
    search_label_plural = "Exhibitions"
    search_keywords = {"it": "mostra", "en": "exhibition"}
    related_heading = "Exhibitions to see"
    parent_page_types = ["page_type.ExhibitionIndexPage"]
    template = "home/standard_page.html"
    edit_handler = BasePage.tabs()


class ExhibitionIndexPage(ListPage):
    section_title, section_address = gettext_noop("All exhibitions"), gettext_noop("exhibitions/")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["page_type.ExhibitionPage"]
    template = "stories/story_index_page.html"
    edit_handler = ListPage.tabs()

    def listed(self):
        return ExhibitionPage.card_queryset().visible().child_of(self)
