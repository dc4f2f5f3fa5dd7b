"""News, events and projects as schema.org tells them."""

from datetime import date, datetime, time

from cms.addresses import absolute
from cms.constants import ROME
from cms.formats import structured_data as schema

from .event_state import State
from .parties import public_parties


def of_article(article) -> dict:
    return schema.page(
        article,
        headline=article.title[:110],
        datePublished=article.public_day.isoformat() if article.public_day else None,
        # A person or an office: the field does not tell which, so neither do we.
        author={"name": article.author} if article.author else None,
        publisher=schema.site(),
        isAccessibleForFree=True,
    )


def of_event(event) -> dict:
    """Without a year there is no date to tell a program; the page tells it in words. Until a new day is
    known, an event that is postponed keeps the old one, as schema.org has it."""
    before = None
    if event.rescheduled:
        before = _moment(event.previous_start_day, event.previous_start_time)
    return schema.page(
        event,
        datePublished=None,
        dateModified=None,
        startDate=_moment(event.start_day, event.start_time) if event.dated else before,
        endDate=_end(event),
        previousStartDate=before,
        eventStatus=_statuses(event),
        eventAttendanceMode=_attendance(event),
        location=_locations(event),
        organizer=[schema.organisation(body) for body in _organisations(event, "organiser")],
    )


def of_project(project) -> dict:
    return schema.page(
        project,
        datePublished=None,
        dateModified=None,
        inLanguage=None,
        foundingDate=_month(project.starts_on),
        dissolutionDate=_month(project.ends_on),
        areaServed=project.where,
        identifier=_cup(project.cup),
        member=[schema.organisation(body) for body in _organisations(project)],
        funder=[schema.organisation(body) for body in _organisations(project, "funder")],
    )


def _organisations(page, role: str = "") -> list:
    """The organisations in ``role``, or those of every other role than funder, each once."""
    parties = public_parties(page)
    chosen = [party for party in parties if (party.role == role if role else party.role != "funder")]
    return list(dict.fromkeys(party.organisation for party in chosen))


def _end(event) -> str | None:
    """The end, when a last day or an hour is known."""
    if not event.dated or not (event.end_day or event.end_time):
        return None
    return _moment(event.end_day or event.start_day, event.end_time)


def _statuses(event) -> str | list[str] | None:
    """What has become of the event; two things, where it was moved online and to another day; None where no
    day is known on which it is to be."""
    if event.state == State.CANCELLED:
        kinds = ["EventCancelled"]
    elif event.awaits_day:
        kinds = ["EventPostponed"]
    else:
        kinds = ["EventMovedOnline"] if event.state == State.ONLINE else []
        kinds += ["EventRescheduled"] if event.rescheduled else []
    kinds = kinds or (["EventScheduled"] if event.dated else [])
    statuses = [f"https://schema.org/{kind}" for kind in kinds]
    return statuses if len(statuses) > 1 else next(iter(statuses), None)


def _attendance(event) -> str | None:
    """How one takes part; None where neither a place nor a link is known."""
    place = bool(event.place_name or event.address or event.town) and not event.online_only
    online = bool(event.online_only or event.online_link)
    mode = {(True, True): "Mixed", (True, False): "Offline", (False, True): "Online"}.get((place, online))
    return f"https://schema.org/{mode}EventAttendanceMode" if mode else None


def _locations(event) -> list[dict]:
    locations = []
    if event.online_only:
        return [{"@type": "VirtualLocation", "url": event.online_link or absolute(event.url)}]
    if event.place_name or event.address or event.town:
        address = schema.known(type="PostalAddress", streetAddress=event.address, addressLocality=event.town)
        name = event.place_name or event.town or event.address
        location = schema.known(type="Place", name=name, hasMap=event.map_link)
        locations.append({**location, "address": address} if len(address) > 1 else location)
    if event.online_link:
        locations.append({"@type": "VirtualLocation", "url": event.online_link})
    return locations


def _moment(day: date, hour: time | None) -> str:
    """A day, or a moment with the offset that Rome has on that day."""
    return datetime.combine(day, hour, tzinfo=ROME).isoformat() if hour else day.isoformat()


def _month(day: date | None) -> str | None:
    return f"{day:%Y-%m}" if day else None


def _cup(cup: str) -> dict | None:
    return {"@type": "PropertyValue", "propertyID": "CUP", "value": cup} if cup else None
