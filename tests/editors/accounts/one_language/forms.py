"""The forms of a page of the admin, sent as they stand, emptied, and filled with what cannot be."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from wagtail.models import Page as WagtailPage
from wagtail.test.utils.form_data import querydict_from_html

from .crawl import LEFT, view_of
from .texts import Page, path_of

WRITTEN = {"text", "email", "url", "number", "password", "search", "tel", ""}
REFUSED = {"emptied": "", "wrong": "§ /?"}
# The form of a new page is that of an old one.
NEW_PAGE = "wagtailadmin_pages:add"
MANAGEMENT = ("_FORMS", "-count", "-deleted", "-order", "-type", "-id")


class Form:
    """One form: where it is sent to, its data, and what may be done with it."""

    def __init__(self, form: Tag, address: str):
        self.address = urljoin(address, form.get("action") or address)
        self.data = querydict_from_html(str(form))
        for block in form.select("[data-block]"):  # a script makes the rest
            self.data[f"{block['id']}-count"] = "0"
        fields = form.select("input[name], textarea[name]")
        self.written = [
            field["name"]
            for field in fields
            if (field.name == "textarea" or field.get("type", "") in WRITTEN)
            and not field["name"].endswith(MANAGEMENT)
        ]
        buttons = form.select("button[type=submit], button:not([type]), input[type=submit]")
        self.buttons = list(dict.fromkeys((each.get("name", ""), each.get("value", "")) for each in buttons))

    def filled(self, value: str) -> QueryDict:
        data = self.data.copy()
        for name in self.written:
            data[name] = value
        return data

    def ways(self) -> Iterator[tuple[str, QueryDict]]:
        """Names and data of the ways in which it is sent. Only what is published may have no gaps."""
        for name, value in self.buttons or [("", "")]:
            data = self.data.copy()
            if name:
                data[name] = value or "1"
            yield name or "sent", data
        if self.written:
            publishing = {"action-publish": "1"}
            for way, value in REFUSED.items():
                data = self.filled(value)
                data.update(publishing)
                yield way, data


def forms_of(html: str, address: str) -> list[Form]:
    soup = BeautifulSoup(html, "html.parser")
    forms = soup.find_all("form", method=re.compile("post", re.IGNORECASE))
    # Who else has the page open is asked by a script, which knows the address.
    return [Form(form, address) for form in forms if "w-session" not in form.get("data-controller", "")]


class Sender:
    """Sends each kind of form once in each way, and takes back what came of it. ``done`` counts what was
    not refused."""

    def __init__(self, client: Client):
        self.client, self.asked, self.done = client, set(), 0
        self.kinds = dict(WagtailPage.objects.values_list("pk", "content_type__model"))

    def answers(self, address: str, html: str) -> Iterator[tuple[str, Page]]:
        for form in forms_of(html, address):
            view = view_of(path_of(form.address), self.kinds)
            if not view[0] or view[0] in LEFT or view[0] == NEW_PAGE:
                continue
            for way, data in form.ways():
                # Refusals differ by the kind of page, the answers to a button do not.
                about = (view if way in REFUSED else view[:1], way)
                if about not in self.asked:
                    self.asked.add(about)
                    if page := self._sent(form.address, data):
                        yield f"{form.address} {way}", page

    def _sent(self, address: str, data: QueryDict) -> Page | None:
        cookies = self.client.cookies.copy()
        try:
            with transaction.atomic():
                answer = self.client.post(address, data.urlencode(), FORM, follow=True)
                transaction.set_rollback(True)
        finally:
            self.client.cookies = cookies
        self.done += bool(answer.redirect_chain)
        kind = answer.headers.get("Content-Type", "")
        if not ("json" in kind or answer.templates):  # a word to a script
            return None
        told = answer.content.decode()
        return Page(told if "html" in kind else f"<script type='application/json'>{told}</script>", address)


FORM = "application/x-www-form-urlencoded"
