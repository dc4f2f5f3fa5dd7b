"""The two ways in which a sheet is published: by the program, and through the editor's form."""

from collections.abc import Callable
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from funding.models import FundingSheetPage

from .editing import editor_of, form_of

# Each gets a sheet and a number and prepares a publication that changes title and deadline.
Way = Callable[[FundingSheetPage, int], Callable[[], None]]


def title(number: int) -> str:
    """A word of its own, to search for."""
    return f"Bando numero{number}"


def by_program(sheet: FundingSheetPage, number: int) -> Callable[[], None]:
    page = FundingSheetPage.objects.get(pk=sheet.pk)
    page.title, page.closes_on = title(number), _day(number)
    return lambda: page.save_revision().publish()


def by_editor(sheet: FundingSheetPage, number: int) -> Callable[[], None]:
    client = Client()
    client.force_login(_editor())
    changes = {"title": title(number), "closes_on": str(_day(number)), "action-publish": "1"}
    form = form_of(client, FundingSheetPage.objects.get(pk=sheet.pk), **changes)

    def send() -> None:
        answer = client.post(editor_of(sheet), form)
        if answer.status_code != 302:
            raise ValueError(f"The form was refused: {answer.context['form'].errors}")

    return send


WAYS: tuple[Way, ...] = (by_program, by_editor)


def _day(number: int) -> date:
    return date(2026, 5, 1) + timedelta(days=number)


def _editor():
    users = get_user_model().objects
    return users.filter(username="editor").first() or users.create_superuser("editor", "e@example.org", "x")


class Counting:
    """Counts the statements that the database gets, savepoints among them."""

    def __enter__(self):
        self.queries = 0
        self._wrapper = connection.execute_wrapper(self._count)
        self._wrapper.__enter__()
        return self

    def __exit__(self, *reason):
        self._wrapper.__exit__(*reason)

    def _count(self, execute, sql, params, many, context):
        self.queries += 1
        return execute(sql, params, many, context)
