"""The import of the admin, in the background: first only looked at, then, once confirmed, done."""

import logging
from collections.abc import Callable
from pathlib import Path

from django.db import InterfaceError, OperationalError
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy
from django_tasks import task
from django_tasks.base import TaskResultStatus

from funding.models import ImportJob

from .apply import ImportResult, apply_plan
from .errors import FileError
from .plan import Action, ImportPlan, make_plan
from .preview import counts, difference_line, refusal_line, title_of
from .readers import read_file
from .refusals import write_refusals

logger = logging.getLogger(__name__)
MAX_LINES_SHOWN = 200
State = ImportJob.State
UNFORESEEN = gettext_lazy("Something went wrong that was not foreseen; nothing of the rest was imported.")


@task(backend="background")
def preview_job(job_id: int, language: str) -> None:
    """Read the uploaded file and keep what importing it would do."""
    with translation.override(language):
        _run(job_id, State.WAITING, State.READING, _preview)


@task(backend="background")
def import_job(job_id: int, language: str) -> None:
    """Do it: the file is read again, because the sheets may have changed since the preview."""
    with translation.override(language):
        _run(job_id, State.CONFIRMED, State.IMPORTING, _import)


def _run(job_id: int, before: str, during: str, do: Callable[[ImportJob], None]) -> None:
    # A worker that was killed leaves it in the second state; the task is begun again by one other only.
    waiting = ImportJob.objects.filter(pk=job_id, state__in=(before, during))
    if not waiting.update(state=during, done=0, total=0):
        return  # Done already.
    job = ImportJob.objects.get(pk=job_id)
    try:
        do(job)
    except FileError as error:
        _fail(job, str(error))
    except (OperationalError, InterfaceError):
        raise  # The database went away: the task is begun again when it is back.
    except Exception:
        logger.exception("Import %s failed", job_id)
        _fail(job, UNFORESEEN)


def end_given_up(sender, task_result, **kwargs) -> None:
    """Hears of each task that has ended: an import whose task was given up has failed and says so."""
    if task_result.status == TaskResultStatus.FAILED and task_result.task.module_path in GIVEN_UP:
        job_id, language = task_result.args
        with translation.override(language):
            for job in ImportJob.objects.filter(pk=job_id, state__in=(State.READING, State.IMPORTING)):
                _fail(job, UNFORESEEN)


def _fail(job: ImportJob, message: str) -> None:
    job.message = str(message)
    _end(job, State.FAILED)


def _end(job: ImportJob, state: str) -> None:
    """The upload is needed no longer."""
    job.file.delete(save=False)
    job.state = state
    job.save()


def _plan(job: ImportJob) -> ImportPlan:
    reading = read_file(job.source, Path(job.file.path), timezone.localdate())
    return make_plan(reading, job.publish, _counter(job, len(reading.records)))


def _preview(job: ImportJob) -> None:
    plan = _plan(job)
    job.report, job.state = _report(plan), State.PREVIEWED
    job.save()


def _import(job: ImportJob) -> None:
    plan = _plan(job)
    progress = _counter(job, len(plan.of(Action.NEW, Action.CHANGED, Action.PUBLISH)))
    outcome = apply_plan(plan, job.publish, job.user, progress)
    refused = write_refusals(job.source, Path(job.file.path), outcome.refusals)
    job.report = _report(plan, outcome) | {"refused_file": refused.name if refused else ""}
    _end(job, State.DONE)


def _counter(job: ImportJob, total: int) -> Callable[[int], None]:
    """Tell the page how far it is: a hundred times at most."""
    done = reported = 0
    ImportJob.objects.filter(pk=job.pk).update(done=0, total=total)

    def count(number: int) -> None:
        nonlocal done, reported
        done += number
        if done - reported >= total / 100 or done == total:
            reported = done
            ImportJob.objects.filter(pk=job.pk).update(done=done)

    return count


def _report(plan: ImportPlan, outcome: ImportResult | None = None) -> dict:
    """Plain data for the page: counts in full, the first of each list."""
    changed = outcome.changed if outcome else plan.of(Action.CHANGED)
    refusals = sorted(outcome.refusals if outcome else plan.refusals, key=lambda refusal: refusal.line)
    return {
        "counts": [[code, words, number] for code, words, number in counts(plan, outcome)],
        "notices": list(plan.notices),
        "new": [title_of(item) for item in plan.of(Action.NEW)[:MAX_LINES_SHOWN]],
        "changed": [
            {
                "title": title_of(item),
                "page": item.page_id,
                "differences": [difference_line(change) for change in item.differences],
                "kept": [difference_line(change) for change in item.kept],
            }
            for item in changed[:MAX_LINES_SHOWN]
        ],
        "present": [title_of(item) for item in plan.of(Action.PRESENT)[:MAX_LINES_SHOWN]],
        "locked": [title_of(item) for item in plan.of(Action.LOCKED)[:MAX_LINES_SHOWN]],
        "refused": [refusal_line(refusal) for refusal in refusals[:MAX_LINES_SHOWN]],
        "warnings": plan.warnings[:MAX_LINES_SHOWN],
    }


GIVEN_UP = {preview_job.module_path, import_job.module_path}
