"""The state of an event in a word: on its page, in lists, in the results of the search."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.presentation import Badge

from .event_state import EventTimes, Phase, State, next_change, phase_of


def word(plan: EventTimes) -> str:
    """What has become of the plan; empty for an event that takes place as announced."""
    if plan.state == State.CANCELLED:
        return pgettext("event", "Cancelled")
    if plan.state == State.POSTPONED:
        return _("Brought forward") if plan.earlier else _("Postponed")
    return _("Moved online") if plan.state == State.ONLINE else ""


def badge_for(plan: EventTimes, now: datetime) -> Badge | None:
    """What is most worth knowing at ``now`` (aware): what was cancelled is neither going on nor over."""
    phase = phase_of(plan, now)
    if plan.state == State.CANCELLED:
        return Badge(State.CANCELLED, word(plan))
    if phase == Phase.OVER:
        return Badge(Phase.OVER, _("Concluded"))
    if phase == Phase.ONGOING:
        return Badge(Phase.ONGOING, _("Under way"), _("online") if plan.state == State.ONLINE else "")
    return None if plan.state == State.SCHEDULED else Badge(plan.state, word(plan))


# What the search keeps of a plan, to tell the state of a hit without the page.
def moments(plan: EventTimes) -> dict[str, datetime]:
    return {"starts": plan.starts, "over": plan.over} if plan.starts else {}


def flags(plan: EventTimes) -> dict[str, bool]:
    flags = {plan.state: plan.state != State.SCHEDULED, "earlier": plan.earlier}
    return {str(name): True for name, value in flags.items() if value}


def badge_of_hit(hit, now: datetime) -> Badge | None:
    return badge_for(_event_times(hit.moments, hit.flags), now)


def change_of_hit(hit, now: datetime) -> datetime | None:
    """When the badge of a hit is another one; None for never."""
    return next_change(_event_times(hit.moments, hit.flags), now)


def word_of_hit(flags: Mapping[str, bool]) -> str:
    return word(_event_times({}, flags))


def _event_times(moments: Mapping[str, datetime], flags: Mapping[str, bool]) -> EventTimes:
    state = next((state for state in State if flags.get(state)), State.SCHEDULED)
    return EventTimes(moments.get("starts"), moments.get("over"), state, bool(flags.get("earlier")))
