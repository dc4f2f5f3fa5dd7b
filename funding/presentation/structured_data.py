"""A sheet for machines: schema.org's GovernmentService with an Offer that is valid until the deadline."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from cms.constants import ROME
from cms.formats import structured_data as schema
from cms.vocabularies import AID_FORMS, BENEFICIARIES, PURPOSES, REGIONS

from ..domain.status import LONG_AGO, Status

# How schema.org names what a status means for somebody who wants to apply.
AVAILABILITY = {
    Status.FORTHCOMING: "PreOrder",
    Status.OPEN: "InStock",
    Status.CLOSING: "LimitedAvailability",
    Status.UNDATED: "",  # nobody knows whether it can be had
    Status.EVALUATION: "SoldOut",
    Status.SUSPENDED: "OutOfStock",
    Status.CLOSED: "Discontinued",
}


def of_sheet(sheet) -> dict[str, Any]:
    """The sheet as JSON-LD; what is not known is left out."""
    areas = list(_areas(sheet))
    return schema.page(
        sheet,
        alternateName=sheet.official_title,
        serviceType=str(sheet.get_kind_display()),
        category=[*PURPOSES.labels(sheet.purposes), *AID_FORMS.labels(sheet.aid_forms)],
        identifier=sheet.code,
        provider=_body(sheet.public_managing_body or sheet.public_grantor),
        funder=_body(sheet.public_grantor),
        audience=_audience(sheet),
        areaServed=areas,
        availableChannel=_channel(sheet),
        sameAs=sheet.official_page,
        isBasedOn=_source(sheet),
        offers=_offer(sheet, areas),
    )


def _offer(sheet, areas: list[dict[str, Any]]) -> dict[str, Any]:
    return schema.known(
        type="Offer",
        url=sheet.usable_application_link or sheet.official_page,
        availability=_availability(sheet.status),
        validFrom=_moment(sheet.dates.opens) if sheet.dates.opening_day else None,
        validThrough=_moment(_end(sheet.dates)),
        eligibleRegion=areas,
        priceSpecification=_amount(sheet),
    )


def _availability(status: Status) -> str:
    name = AVAILABILITY[status]
    return f"https://schema.org/{name}" if name else ""


def _end(dates) -> datetime | None:
    """The deadline, or the earlier end; None where a call is over on a day that nobody tells."""
    if dates.closed_early_at == LONG_AGO:
        return None
    return min((end for end in (dates.closes, dates.closed_early_at) if end), default=None)


def _areas(sheet) -> Iterator[dict[str, Any]]:
    if sheet.whole_country:
        yield schema.known(type="Country", name=_("Italy"), identifier="IT")
    for code in sheet.regions:
        yield schema.known(type="AdministrativeArea", name=REGIONS.label(code), identifier=code)


def _audience(sheet) -> list[dict[str, Any]]:
    return [
        schema.known(type="Audience", audienceType=kind) for kind in BENEFICIARIES.labels(sheet.beneficiaries)
    ]


def _channel(sheet) -> dict[str, Any] | None:
    """Where one applies, and the office to ask."""
    office = schema.known(name=sheet.contact_office, email=sheet.contact_email, telephone=sheet.contact_phone)
    contact = schema.known(type="ContactPoint", **office) if office else None
    known = schema.known(serviceUrl=sheet.usable_application_link, servicePhone=contact)
    return schema.known(type="ServiceChannel", **known) if known else None


def _source(sheet) -> dict[str, Any] | None:
    """Where the facts come from, and on which terms."""
    known = schema.known(
        name=sheet.source_name,
        url=sheet.source_link,
        license=sheet.source_licence,
        identifier=sheet.source_id,
    )
    return schema.known(type="CreativeWork", **known) if known else None


def _amount(sheet) -> dict[str, Any] | None:
    if sheet.grant_min is None and sheet.grant_max is None:
        return None
    return schema.known(
        type="PriceSpecification",
        priceCurrency="EUR",
        minPrice=_euro(sheet.grant_min),
        maxPrice=_euro(sheet.grant_max),
    )


def _body(organisation) -> dict[str, Any] | None:
    return schema.organisation(organisation) if organisation else None


def _euro(amount) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(ROME).isoformat() if moment else None
