"""A sheet for machines: schema.org's GovernmentService with an Offer that is valid until the deadline."""

from datetime import datetime
from typing import Any

from portal.core import structured_data as schema

from .facts import places
from .status import ROME


def of_sheet(sheet) -> dict[str, Any]:
    """The sheet as JSON-LD; what is not known is left out."""
    return schema.page(
        sheet,
        alternateName=sheet.official_title,
        serviceType=str(sheet.get_kind_display()),
        identifier=sheet.code,
        provider=_body(sheet.managing_body or sheet.grantor),
        funder=_body(sheet.grantor),
        areaServed=[{"@type": "AdministrativeArea", "name": place} for place in places(sheet)],
        sameAs=sheet.official_page,
        isBasedOn=sheet.source_link,
        offers=_offer(sheet),
    )


def _offer(sheet) -> dict[str, Any]:
    dates = sheet.dates
    return schema.known(
        type="Offer",
        url=sheet.application_link or sheet.official_page,
        validFrom=_moment(dates.opens),
        validThrough=_moment(dates.closes),
        priceSpecification=_amount(sheet),
    )


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
