"""What may become of an event after it was announced, and when what calendars tell of it has changed."""

from operator import attrgetter

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.presentation import Badge, with_state
from cms.shared_facts.save_hooks import sync_facts
from delivery.expiry import expires_at, expires_at_midnight

from ..dates import event_period
from ..event_badges import badge_for, word
from ..event_state import EVENT_FIELDS, EventTimes, Phase, State, next_change, phase_of, plan

# What subscribers plan by. A change of any of it makes the entry of a calendar a newer one (RFC 5546, 3.2.1).
ANNOUNCED_FIELDS = (*EVENT_FIELDS, "place_name", "address", "town", "online_link")
_fields_of = attrgetter(*EVENT_FIELDS)
COUNTED = ("calendar_sequence", "rearranged_at")
STATES = [
    (State.SCHEDULED, _("Takes place as announced")),
    (State.CANCELLED, pgettext_lazy("event", "Cancelled")),
    (State.POSTPONED, _("Moved to another day, or to a day not known yet")),
    (State.ONLINE, _("Moved online")),
]


class EventSchedule(models.Model):
    """Part of ``EventPage``. Days and hours are Europe/Rome."""

    state = models.CharField(_("state"), max_length=12, choices=STATES, blank=True)
    state_note = models.TextField(
        _("what visitors should know"),
        max_length=300,
        blank=True,
        help_text=_("A sentence or two: why, what becomes of registrations, whom to ask."),
    )
    previous_start_day = models.DateField(
        _("first planned for"),
        null=True,
        blank=True,
        help_text=_("Filled in by itself when a published event is moved and its first day changed."),
    )
    previous_start_time = models.TimeField(
        _("was to start at"), null=True, blank=True, help_text=_("Time in Italy.")
    )
    previous_end_day = models.DateField(
        _("last day first planned"),
        null=True,
        blank=True,
        help_text=_("Only if the event was to last more than one day."),
    )
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)
    rearranged_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def plan(self) -> EventTimes:
        return plan(*_fields_of(self))

    @property
    def badge(self) -> Badge | None:
        """Depends on the clock: a page that shows it notes its freshness."""
        return badge_for(self.plan, timezone.now())

    @property
    def state_word(self) -> str:
        """What has become of it, in a word or two; empty for an event that takes place as announced."""
        return word(self.plan)

    @property
    def cancelled(self) -> bool:
        return self.state == State.CANCELLED

    @property
    def can_attend(self) -> bool:
        """Whether it takes place, as far as is known, and is not over. Depends on the clock."""
        return not self.cancelled and not self.is_over

    @property
    def is_over(self) -> bool:
        """Depends on the clock."""
        return phase_of(self.plan, timezone.now()) == Phase.OVER

    @property
    def online_only(self) -> bool:
        """Whether nobody need go to the place where it was to be."""
        return self.state == State.ONLINE

    @property
    def rescheduled(self) -> bool:
        """Whether the page tells the day first planned."""
        return self.previous_start_day is not None and self.state in (State.POSTPONED, State.ONLINE)

    @property
    def awaits_day(self) -> bool:
        """Whether it was postponed to a day that is not known yet."""
        return self.state == State.POSTPONED and self.start_day is None

    @property
    def previous_period(self) -> str:
        """When it was to take place, in words; empty where nothing was moved."""
        if not self.rescheduled:
            return ""
        return event_period(self.previous_start_day, self.previous_end_day, self.previous_start_time)

    @property
    def display_title(self) -> str:
        return with_state(self.title, self.state_word)

    def note_expiry(self, request) -> None:
        """Let no copy of a page that shows this event outlive its state."""
        expires_at_midnight(request)
        expires_at(request, next_change(self.plan, timezone.now()))

    def save(self, *args, **kwargs):
        update_fields = kwargs.get("update_fields")
        with sync_facts(self, update_fields):  # a version that follows another takes its facts first
            if not update_fields:
                self._count_change()
            super().save(*args, **kwargs)

    def _count_change(self) -> None:
        """Raise the sequence when public facts change. Only the public row counts: versions are older."""
        public = type(self)._base_manager.filter(pk=self.pk, first_published_at__isnull=False)
        before = public.values(*ANNOUNCED_FIELDS, *COUNTED).first() if self.pk else None
        if before is None:
            return
        changed = any(before[name] != getattr(self, name) for name in ANNOUNCED_FIELDS)
        self.calendar_sequence = before["calendar_sequence"] + changed
        self.rearranged_at = timezone.now() if changed else before["rearranged_at"]

    def announced(self) -> "EventSchedule | None":
        """The event as the public knows it, with its days; None before it is published."""
        if not self.pk:
            return None
        public = type(self)._base_manager.filter(pk=self.pk, first_published_at__isnull=False)
        return public.only("start_day", "start_time", "end_day", "year_known").first()

    def note_of_before(self) -> str:
        """The state, in words, that the public reads the same note for; empty where it was written anew."""
        if not self.pk or not self.state_note:
            return ""
        public = type(self)._base_manager.filter(pk=self.pk, live=True, state_note=self.state_note)
        before = public.values_list("state", flat=True).first()
        return "" if before in (None, self.state) else str(dict(STATES)[before])

    def store_previous_days(self) -> None:
        """Store the public day of an event that is postponed, when its year is known."""
        if self.state != State.POSTPONED or self.previous_start_day:
            return
        before = self.announced()
        if before is None or not before.start_day or not before.year_known:
            return
        if (before.start_day, before.start_time) != (self.start_day, self.start_time):
            self.previous_start_day = before.start_day
            self.previous_start_time, self.previous_end_day = before.start_time, before.end_day
