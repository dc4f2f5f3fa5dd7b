"""Template tags and filters that every template may use without loading them."""

import json
from urllib.parse import quote, urlencode, urlsplit

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from cms.addresses import absolute
from cms.formats import large_amounts, localized, qr, video

register = template.Library()

# What could end the script element, or the string, from inside.
SCRIPT_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def _unless_missing(function):
    """A filter that leaves a missing value empty."""

    def wrapped(value):
        return "" if value in (None, "") else function(value)

    wrapped.__doc__ = function.__doc__
    return wrapped


for _name in ("euro", "number", "long_date", "short_date", "month", "hour", "day_number", "day_month"):
    register.filter(_name, _unless_missing(getattr(localized, _name)))


@register.simple_tag
def amount_range(minimum, maximum) -> str:
    """``{% amount_range page.grant_min page.grant_max %}``; "not indicated" when neither is known."""
    return localized.euro_range(minimum, maximum) or not_indicated()


@register.filter
def or_unknown(value):
    """The value, or "not indicated" set in a quiet colour: a missing fact is said to be missing."""
    return value if value or value == 0 else not_indicated()


@register.simple_tag
def not_indicated() -> SafeString:
    return format_html('<span class="unknown">{}</span>', _("not indicated"))


@register.simple_tag
def shown_figure(value) -> large_amounts.ShownAmount:
    """A figure as it is set large: number, unit, and the exact amount where the number is cut."""
    return large_amounts.figure(value["value"], value["unit"] or "")


@register.inclusion_tag("components/day.html")
def large_day(day, with_year=None, note=""):
    """The day as a large figure with its month below, for the side of a row."""
    return {"day": day, "with_year": with_year, "note": note}


@register.simple_tag
def credit_in_its_language(credit: str) -> str:
    """A picture's credit is written once, in the site's first language: other pages say which one that is."""
    first = settings.LANGUAGES[0][0]
    return credit if get_language() == first else format_html('<span lang="{}">{}</span>', first, credit)


@register.simple_tag
def today() -> str:
    """The day in Rome on which this copy of the page is made."""
    return localized.long_date(timezone.localdate())


@register.simple_tag
def month_of(day, with_year=None) -> str:
    """The short month for a large day; the year follows unless it is this year."""
    return localized.day_month(day, with_year)


@register.filter
def anchor(text: str) -> str:
    """An address inside the page for a heading."""
    return slugify(str(text)) or "section"


@register.filter
def embed_address(url: str) -> str:
    """Where the film at ``url`` can be played inside the page; empty where it cannot."""
    return video.embed_address(url or "")


@register.filter
def host(url: str) -> str:
    """The site that an address leads to, as people say it: example.org."""
    return urlsplit(url or "").netloc.removeprefix("www.")


@register.filter
def language_name(code: str) -> str:
    """A language's name in the visitor's language; the code itself for one that is not known."""
    try:
        return get_language_info(code)["name_translated"] if code else ""
    except KeyError:
        return code


@register.simple_tag(takes_context=True)
def section_url(context, page) -> str:
    """The address of the section that ``page`` stands in; empty where the menu does not show it."""
    address = page.url or ""
    sections = getattr(context.get("page_context"), "sections", [])
    return next((section.url for section in sections if address.startswith(section.url)), "")


@register.simple_tag
def related_groups(groups) -> list[tuple[str, list]]:
    """Pairs of title and pages, from pairs or from the pages by kind that ``related_pages`` gives."""
    if not groups:
        return []
    if not hasattr(groups, "items"):
        return [(title, pages) for title, pages in groups if pages]
    return [(str(pages[0].related_heading), pages) for pages in groups.values() if pages]


@register.inclusion_tag("components/print_address.html")
def print_address(page) -> dict:
    """Where to find ``page``, for those who hold it on paper: in letters and as a QR code."""
    address = absolute(page.url)
    return {"address": address, "code": qr.qr_code(address, _("QR code with the address of this page"))}


@register.inclusion_tag("components/calendar.html")
def subscription(url, of_list=False, keeps_closed=False) -> dict[str, str | bool]:
    """A calendar at ``url`` to subscribe to, with its address to copy; ``of_list`` where it holds many,
    ``keeps_closed`` where some are of what has closed or been suspended since."""
    address = absolute(url)
    return {
        "address": address,
        "webcal": f"webcal:{address.partition(':')[2]}",
        "url": url,
        "of_list": of_list,
        "keeps_closed": keeps_closed,
    }


@register.inclusion_tag("components/share.html", takes_context=True)
def share(context, title, url="") -> dict[str, str]:
    """Ways to pass on the page at ``url``, by default the one asked for with all that its address says."""
    address = absolute(url or context["request"].get_full_path())
    mail = urlencode({"subject": title, "body": f"{title}\n{address}"}, quote_via=quote)
    return {"url": address, "title": title, "mail": f"mailto:?{mail}"}


@register.simple_tag
def jsonld(data) -> SafeString:
    """Structured data as a script element that nothing in the data can break out of."""
    if not data:
        return SafeString("")
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    text = text.translate(SCRIPT_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
