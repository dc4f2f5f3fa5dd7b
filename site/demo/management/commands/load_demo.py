"""Loads the demonstration content once, and tells how to log in."""

from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from demo.content import ContentError, ContentErrors
from demo.loader import load
from demo.users import demo_editor


class Command(BaseCommand):
    help = "Loads the demonstration content. A second run changes nothing that is there."

    def handle(self, *args, **options):
        console = Console(file=self.stdout._out, highlight=False)
        start = perf_counter()
        try:
            done = self.load(console)
        except (ContentError, ContentErrors) as error:
            raise CommandError(str(error)) from error
        seconds = perf_counter() - start
        if done:
            console.print(f"Demonstration content loaded in {seconds:.1f} s.")
        else:
            console.print("Demonstration content: already there, nothing changed.")
        self.show_login(console)

    def load(self, console: Console) -> bool:
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        with Progress(*columns, console=console) as progress:
            tasks = {}

            def report(step, done, total):
                if step not in tasks:
                    tasks[step] = progress.add_task(step.capitalize(), total=total)
                progress.update(tasks[step], completed=done)

            return load(report=report)

    def show_login(self, console: Console) -> None:
        login = demo_editor()
        console.print(f"Editors: {settings.BASE_URL}/admin/")
        if login:
            console.print(f"  name {login.name}, password {login.password}", markup=False)
        else:
            console.print(
                "  name editor; its password is yours: manage.py changepassword editor", markup=False
            )
