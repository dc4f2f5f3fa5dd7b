"""Editors at work by HTTP, who try again when they get no answer, as people do."""

import json
import random
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

from tests.services.stress.visitor import Answer, Visitor

from .town import Town

IMPORTS = "/admin/funding/imports/"
BROKEN = (0, 502, 504)  # no answer, or nginx that got none
PAUSE, LOOK = 0.5, 1.0  # seconds
# Before an editor looks whether what got no answer was done all the same; a page is never older than that.
PATIENCE = 5.0


@dataclass
class Deeds:
    """What was acknowledged, by all editors. ``titles`` of a page come in their order, with their moments."""

    titles: dict[int, list[tuple[float, str]]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)


class Editor(threading.Thread):
    """Works until ``over``, and then ends what it is at."""

    def __init__(self, town: Town, deeds: Deeds, over: threading.Event, seed: int):
        super().__init__(daemon=True)
        self.town, self.deeds, self.over, self.dice = town, deeds, over, random.Random(seed)
        self.visitor = Visitor(town.port)
        self.visitor.cookies |= town.session

    def run(self) -> None:
        while not self.over.is_set():
            try:
                self.work()
            except Exception as error:
                self.deeds.trouble.append(f"{type(self).__name__}: {error!r}")
                return
            self.over.wait(self.dice.uniform(0.1, 1.0))

    def work(self) -> None:
        raise NotImplementedError

    def page(self, path: str) -> Answer:
        """Asks until it is there."""
        return self.until(lambda: self.visitor.get(path), 200)

    def until(self, ask: Callable[[], Answer], *statuses: int) -> Answer:
        """Asks until the answer has one of these statuses. An answer that says neither that nor that the site
        is away for a moment is trouble."""
        while (answer := ask()).status not in statuses:
            if answer.status not in (*BROKEN, 503):
                raise RuntimeError(f"{answer.status}: {answer.text[:500]}")
            time.sleep(PAUSE)
        return answer


class Publisher(Editor):
    """Gives pages of its own new titles."""

    def __init__(self, *arguments, pages: list[int]):
        super().__init__(*arguments)
        self.pages, self.number = pages, 0

    def work(self) -> None:
        page, self.number = self.dice.choice(self.pages), self.number + 1
        title = f"Titolo {page}-{self.number}"
        while not self._publish(page, title):
            time.sleep(PATIENCE)
            if title in self.page(self.town.articles[page]).text:
                break
        self.deeds.titles.setdefault(page, []).append((time.monotonic(), title))

    def _publish(self, page: int, title: str) -> bool:
        """Whether it was acknowledged."""
        address = f"/admin/pages/{page}/edit/"
        form = fields(self.page(address).text, "title") | {"title": title, "action-publish": "1"}
        answer = self.visitor.post(address, form)
        if answer.status == 200:
            raise RuntimeError(f"{title} was refused: {_refusals(answer.text)}")
        return answer.status == 302


class Importer(Editor):
    """Uploads files of calls that nobody else has, looks at what they would do, and confirms."""

    def __init__(self, *arguments, name: str):
        super().__init__(*arguments)
        self.name, self.number = name, 0

    def work(self) -> None:
        self.number += 1
        identifiers = [f"{self.name}-{self.number}-{n}" for n in range(len(self.town.records))]
        records = [
            record | {"ID_Incentivo": identifier, "Titolo": f"Bando {identifier}"}
            for record, identifier in zip(self.town.records, identifiers, strict=True)
        ]
        file = f"{self.name}-{self.number}.json"
        address = self._upload(file, json.dumps(records).encode())
        while "/confirm/" not in (page := self.page(address).text):
            if "help-critical" in page:
                raise RuntimeError(f"The import of {file} has failed.")
            time.sleep(LOOK)
        # One that is confirmed has this form no longer.
        while "/confirm/" in (page := self.page(address).text):
            form = fields(page, "csrfmiddlewaretoken", action="/confirm/")
            self.visitor.post(f"{address}confirm/", form)
        self.deeds.calls += identifiers

    def _upload(self, file: str, content: bytes) -> str:
        """The address of the import."""
        while True:
            form = fields(self.page(IMPORTS).text, "source") | {"source": "incentivi", "publish": "on"}
            answer = self.visitor.upload(IMPORTS, form, "file", file, content)
            if answer.status == 302:
                return answer.headers["location"]
            if answer.status not in (*BROKEN, 503):
                raise RuntimeError(f"{file} was refused: {_refusals(answer.text)}")
            time.sleep(PATIENCE)
            if known := re.search(rf'href="({IMPORTS}\d+/)"[^<]*<?[^<]*{file}', self.page(IMPORTS).text):
                return known[1]


def fields(html: str, holding: str, action: str = "") -> dict[str, str]:
    """What a browser would send of the form that holds a field of this name."""
    forms = BeautifulSoup(html, "html.parser").select(f'form:has([name="{holding}"])')
    form = next(each for each in forms if action in each.get("action", ""))
    data = {f"{block['id']}-count": "0" for block in form.select("[data-block]")}
    for each in form.select("input[name], textarea[name], select[name]"):
        kind = each.get("type", "")
        if each.name == "select":
            for option in each.select("option[selected]"):
                data[each["name"]] = option.get("value", "")
        elif each.name == "textarea":
            data[each["name"]] = each.text
        elif kind not in ("submit", "button", "file") and (
            kind not in ("checkbox", "radio") or each.has_attr("checked")
        ):
            data[each["name"]] = each.get("value", "on" if kind == "checkbox" else "")
    return data


def _refusals(html: str) -> str:
    told = BeautifulSoup(html, "html.parser").select(".error-message, .messages li, .help-critical, title")
    return " · ".join(" ".join(each.text.split()) for each in told)[:1000]
