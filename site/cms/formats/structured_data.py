"""What search engines and other programs read of a page: schema.org in JSON-LD, as plain dictionaries.

An unknown fact is left out: ``known`` drops what is empty.
"""

from typing import Any

from django.conf import settings

from ..addresses import absolute


def graph(*nodes: dict | None) -> dict:
    """All ``nodes`` as one document, which the frame of the page writes into its head."""
    return {"@context": "https://schema.org", "@graph": [node for node in nodes if node]}


def known(**values: Any) -> dict:
    """``values`` without the empty ones; ``type`` and ``id`` get their sign in front."""
    named = {f"@{name}" if name in ("type", "id") else name: value for name, value in values.items()}
    return {name: value for name, value in named.items() if value not in (None, "", [], (), {})}


def site() -> dict:
    """Who publishes."""
    return known(type="Organization", name=settings.WAGTAIL_SITE_NAME, url=absolute("/"))


def organisation(body) -> dict:
    """An entry of the list of organisations."""
    place = known(type="PostalAddress", addressLocality=body.place) if body.place else None
    founded = str(body.since) if body.since else None
    return known(type="Organization", name=body.name, url=body.website, address=place, foundingDate=founded)


def image(picture) -> dict | None:
    """A picture with its credit."""
    if picture is None:
        return None
    return known(
        type="ImageObject",
        url=absolute(picture.file.url),
        width=picture.width,
        height=picture.height,
        creditText=picture.credit,
    )


def page(page, **more: Any) -> dict:
    """What every page tells, with what its kind adds or changes."""
    url = absolute(page.url)
    moments = {"datePublished": page.first_published_at, "dateModified": page.last_published_at}
    told = {name: moment.isoformat() for name, moment in moments.items() if moment}
    common = {
        "type": page.schema_type,
        "id": url,
        "url": url,
        "name": page.title,
        "description": page.summary,
        "inLanguage": page.locale.language_code,
        "image": image(page.picture),
        **told,
    }
    return known(**common | more)


def breadcrumbs(request) -> dict | None:
    """The way from the home page to the page being shown; a preview has none."""
    chain = getattr(request, "page_chain", ())
    items = [
        {"@type": "ListItem", "position": position, "name": page.title, "item": absolute(page.url)}
        for position, page in enumerate(chain, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if items else None
