"""When one may apply, and what happened since: the facts that the status follows from."""

from dataclasses import replace
from datetime import date
from operator import attrgetter

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.page_content import DayToCheck
from delivery.expiry import expires_at, expires_at_midnight
from funding.domain.status import CAN_APPLY, DATE_FIELDS, Dates, Status, days_left, next_change, status_of
from funding.presentation.closing_threshold import closing_days
from funding.presentation.day_words import closes_label, closing_hour, opening_hour, opens_in, opens_label
from funding.presentation.note_doubts import doubt_for_editor, placeholder_for_editor
from funding.presentation.reopening import message_for_editors as reopening_message
from funding.presentation.reopening import read_steps, reopening

from .changes import ChangesPart

_dates_of = attrgetter(*DATE_FIELDS)


class DatesPart(models.Model):
    """Days and times are Europe/Rome; a closing day without a time lasts until its end. Where only the month
    of opening is known, ``opens_on`` is any day of it."""

    announced_on = models.DateField(
        _("announced on"),
        null=True,
        blank=True,
        help_text=_("The day on which the issuer made the call known."),
    )
    opens_on = models.DateField(
        _("opens on"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Leave empty if the source does not give it: the sheet then says so."),
    )
    opens_at = models.TimeField(
        _("at (opening)"), null=True, blank=True, help_text=_("Italian time. Only if the source gives it.")
    )
    opening_month_only = models.BooleanField(
        _("only the month of opening is known"),
        default=False,
        help_text=_(
            "Give any day of that month above: the sheet shows the month, and is to come until it ends."
        ),
    )
    closes_on = models.DateField(
        _("closes on"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_(
            "The last day to apply; with several stages, the last on which a newcomer may enter. A later "
            "day on a live sheet is shown and logged as an extension, unless it corrects a mistake."
        ),
    )
    closes_at = models.TimeField(
        _("at (closing)"),
        null=True,
        blank=True,
        help_text=_(
            "Italian time. Only if the source gives it: without it the sheet says that the hour is not "
            "indicated. 00:00 is the end of the day before."
        ),
    )
    no_deadline = models.BooleanField(
        _("no deadline"),
        default=False,
        help_text=_(
            "Only if the source says so: open until the money runs out, or permanently. With neither this "
            "nor a closing day the sheet reads “deadline not indicated” and does not count as open."
        ),
    )
    closed_early_on = models.DateField(
        _("closed early on"), null=True, blank=True, help_text=_("The first day on which it was too late.")
    )
    closed_early_reason = models.CharField(
        _("why it closed early"), max_length=250, blank=True, help_text=_("Such as: the money has run out.")
    )
    concluded = models.BooleanField(
        _("concluded, day not given by the source"),
        default=False,
        help_text=_("For a call that is known to be over although no source tells when it closed."),
    )
    suspended = models.BooleanField(
        _("suspended"),
        default=False,
        help_text=_("For as long as it is ticked nobody can apply, whatever the days say."),
    )
    suspended_reason = models.CharField(
        _("why it is suspended"),
        max_length=250,
        blank=True,
        help_text=_("Such as: awaiting a court’s decision."),
    )
    results_awaited = models.BooleanField(
        _("results awaited after the deadline"),
        default=False,
        help_text=_("After the deadline the sheet reads “under evaluation” until results are published."),
    )
    results_published_on = models.DateField(
        _("results published on"),
        null=True,
        blank=True,
        help_text=_("From then on the sheet no longer reads “under evaluation”."),
    )
    results_link = models.URLField(
        _("results"),
        max_length=500,
        blank=True,
        help_text=_("Where the ranking or the list of those admitted is published."),
    )
    dates_note = models.TextField(
        _("note on dates"), blank=True, help_text=_("Windows, sessions, anything the days alone do not tell.")
    )

    dates_panels = [
        FieldPanel("announced_on"),
        FieldRowPanel([FieldPanel("opens_on"), FieldPanel("opens_at")], heading=_("Opening")),
        FieldPanel("opening_month_only"),
        FieldRowPanel([FieldPanel("closes_on"), FieldPanel("closes_at")], heading=_("Closing")),
        ChangesPart.closing_change_panel,
        FieldPanel("no_deadline"),
        FieldPanel("dates_note"),
        MultiFieldPanel(
            [FieldPanel("closed_early_on"), FieldPanel("closed_early_reason"), FieldPanel("concluded")],
            heading=_("Closed before its time"),
        ),
        MultiFieldPanel([FieldPanel("suspended"), FieldPanel("suspended_reason")], heading=_("Suspension")),
        MultiFieldPanel(
            [FieldPanel("results_awaited"), FieldPanel("results_published_on"), FieldPanel("results_link")],
            heading=_("Results"),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def dates(self) -> Dates:
        """The facts of the status rule."""
        return Dates(*_dates_of(self))

    @property
    def status(self) -> Status:
        """The status now, by the site's own measure of what counts as closing."""
        return status_of(self.dates, timezone.now(), closing_days())

    @property
    def days_left(self) -> int | None:
        """Calendar days to the deadline while one can apply; None otherwise."""
        return days_left(self.dates, timezone.now()) if self.status in CAN_APPLY else None

    @property
    def key_date(self) -> date | None:
        """The day that matters most: of opening while it is to come, else of closing."""
        status, dates = self.status, self.dates
        if status == Status.FORTHCOMING:
            return dates.opening_day
        if status == Status.CLOSED:
            return None if self.concluded else dates.early or dates.closing_day
        return dates.last_day

    @property
    def key_date_label(self) -> str:
        """What happens on ``key_date``, or what there is to say without one."""
        status, dates = self.status, self.dates
        if status == Status.FORTHCOMING:
            return opens_label(dates.opening_day) if dates.opening_day else opens_in(self.opens_on)
        if self.key_date:
            if status == Status.SUSPENDED:
                return _("Suspended, was to close")
            over = status in (Status.CLOSED, Status.EVALUATION)
            return _("Closed") if over else closes_label(self.key_date)
        if status == Status.CLOSED:
            return _("Day not indicated")
        return _("No deadline") if dates.without_deadline else _("Deadline not indicated")

    @property
    def key_date_time(self) -> str:
        """The hour of ``key_date``, where the source gives it."""
        if self.status == Status.FORTHCOMING:
            return opening_hour(self.dates)
        return "" if self.dates.early else closing_hour(self.dates)

    @property
    def closes_later(self) -> date | None:
        """The closing day of a call that is to come: a list tells both days."""
        return self.dates.last_day if self.status == Status.FORTHCOMING else None

    @property
    def closes_later_at(self) -> str:
        """The hour of ``closes_later``, where the source gives it."""
        return "" if self.dates.early else closing_hour(self.dates)

    def days_to_check(self) -> list[DayToCheck]:
        """A deadline that has passed is worth a second look, until an editor has said what became of it."""
        is_explained = self.concluded or self.dates.early or self.results_published_on
        days = super().days_to_check()
        return [replace(day, over=day.name == "closes_on" and not is_explained) for day in days]

    def questions(self) -> list[str]:
        """What counts as no day, what the note on dates contradicts, and which step opens the call again."""
        again = reopening(self.dates, read_steps(self.steps))
        placeholder = placeholder_for_editor(self.dates)
        questions_found = [placeholder, doubt_for_editor(self), reopening_message(again) if again else ""]
        return [*super().questions(), *filter(None, questions_found)]

    def note_expiry(self, request) -> None:
        """Let no copy of a page that shows this sheet outlive its status or its count of days."""
        expires_at_midnight(request)
        expires_at(request, next_change(self.dates, timezone.now(), closing_days()))
