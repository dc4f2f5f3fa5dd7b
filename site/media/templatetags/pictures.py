"""The tag that shows a picture."""

from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from ..renditions import ready_renditions, shared_rendition, srcset

register = template.Library()

# Woven for the site's name by `media.icons`: for pages without a picture of their own.
DEFAULT = {"address": "/share.jpg", "width": 1200, "height": 630}


@register.simple_tag
def responsive_picture(picture, alt="", sizes="100vw", priority=False, whole=False):
    """A ``<picture>`` in AVIF and WebP, 3:2 about its focal point, or uncropped where ``whole`` is set.

    Reads ``picture.renditions.all()``, so prefetch ``picture__renditions`` for a list. A picture whose
    renditions are not there yet shows its original; nothing is ever made while a page is being read.
    ``priority`` is for the one picture at the top of a page: it loads at once, all others when near.
    """
    if picture is None:
        return ""
    ready = ready_renditions(picture, whole)
    shown = list(ready.values())[-1][-1] if ready else picture
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((name, srcset(renditions), sizes) for name, renditions in ready.items()),
    )
    return format_html(
        '<picture>{}<img src="{}" width="{}" height="{}" alt="{}" decoding="async"{}></picture>',
        sources,
        shown.url if ready else picture.file.url,
        shown.width,
        shown.height,
        alt,
        mark_safe(' fetchpriority="high"' if priority else ' loading="lazy"'),
    )


def _whole(address: str) -> str:
    return urljoin(settings.BASE_URL, address)


@register.simple_tag
def share_picture(picture, alt="") -> dict[str, str | int]:
    """``address`` (whole), ``width``, ``height`` and ``alt`` of the JPEG that other sites show for a page."""
    made = shared_rendition(picture) if hasattr(picture, "renditions") else None
    if made is None:
        return DEFAULT | {"address": _whole(DEFAULT["address"]), "alt": ""}
    return {"address": _whole(made.url), "width": made.width, "height": made.height, "alt": alt}
