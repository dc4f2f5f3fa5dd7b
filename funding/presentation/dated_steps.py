"""The steps of a call along the time: which are over, where today stands among them."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone


@dataclass(frozen=True)
class DatedStep:
    """``here`` is whether today comes just before this step, or is its day."""

    title: str
    day: date | None
    over: bool
    here: bool


@dataclass(frozen=True)
class StepLine:
    """The steps in their order. ``at_end`` is whether today comes after all of them."""

    steps: tuple[DatedStep, ...]
    at_end: bool
    today: date


def step_line(sheet) -> StepLine | None:
    """None without steps. Today is only placed where every step has a day and the days follow each other."""
    read = [(block.value["title"], block.value["day"]) for block in sheet.steps]
    return _line(read, timezone.localdate()) if read else None


def _line(read: list[tuple[str, date | None]], today: date) -> StepLine:
    days = [day for _title, day in read]
    in_order = None not in days and days == sorted(days)
    over = sum(1 for day in days if in_order and day < today)
    steps = tuple(
        DatedStep(title, day, over=number < over, here=in_order and number == over)
        for number, (title, day) in enumerate(read)
    )
    return StepLine(steps, at_end=in_order and over == len(read), today=today)
