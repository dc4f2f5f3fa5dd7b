"""manage.py import_calls: bring calls of an open data source in as funding sheets."""

import sys
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from funding.imports.apply import apply_plan, italian_index
from funding.imports.errors import FileError
from funding.imports.plan import Action, make_plan
from funding.imports.preview import preview_lines, summary_table
from funding.imports.readers import READERS, read_file
from funding.imports.refusals import write_refusals

UNUSABLE = 2


class Command(BaseCommand):
    help = "Imports the calls of an open data source as funding sheets; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("source", choices=sorted(READERS), help="whose data the file holds")
        parser.add_argument("file", type=Path, help="the file, CSV or JSON, as it was downloaded")
        parser.add_argument("--publish", action="store_true", help="publish at once: for trusted sources")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
        parser.add_argument("--limit", type=int, metavar="N", help="only the first N records")

    def handle(self, *args, source, file, publish, dry_run, limit, **options):
        self.console = Console(file=getattr(self.stdout, "_out", sys.stdout), highlight=False, soft_wrap=True)
        began = time.monotonic()
        if limit is not None and limit < 1:
            raise CommandError(_("--limit needs a number from 1."), returncode=UNUSABLE)
        try:
            italian_index()
            reading = read_file(source, file, timezone.localdate(), limit)
        except FileError as error:
            raise CommandError(f"{file.name}: {error}", returncode=UNUSABLE) from error
        with self._bar() as bar:
            task = bar.add_task(_("Comparing"), total=len(reading.records))
            plan = make_plan(reading, publish, lambda count: bar.advance(task, count))
        if dry_run:
            for line in preview_lines(plan):
                self._print(line)
            self.console.print(summary_table(plan, dry_run=True))
            return
        with self._bar() as bar:
            total = len(plan.of(Action.NEW, Action.CHANGED, Action.PUBLISH))
            task = bar.add_task(_("Importing"), total=total)
            outcome = apply_plan(plan, publish, progress=lambda count: bar.advance(task, count))
        for line in preview_lines(plan, outcome):
            self._print(line)
        self.console.print(summary_table(plan, outcome))
        if path := write_refusals(source, file, outcome.refusals):
            self._print(_("Refused rows, with reasons: %(path)s") % {"path": path})
        seconds = round(time.monotonic() - began)
        self._print(ngettext("Done in %(n)d second.", "Done in %(n)d seconds.", seconds) % {"n": seconds})

    def _print(self, line: str) -> None:
        # Text of a source is never read as markup of the terminal.
        self.console.print(line, markup=False)

    def _bar(self) -> Progress:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        hidden = not self.console.is_terminal
        return Progress(*columns, console=self.console, disable=hidden, transient=True)
