"""The sizes and formats of a picture, made once after it has been saved and only read afterwards."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.dispatch import Signal
from PIL import features
from wagtail.images.models import Filter

WIDTHS = {"avif": (400, 800, 1280), "webp": (400, 800)}
RATIO = 3 / 2
# What other sites show beside a link: all of them read JPEG, and most want this shape.
SHARED = "fill-1200x630|format-jpeg|jpegquality-78"
# All that is cut is cut about the focal point, and has this one's key; what is not cut has none.
ABOUT_FOCUS = Filter(SHARED)
FASTEST_AVIF = 9  # of 0 to 10: ten times quicker than the library's own 6, for a few more bytes

sizes_made = Signal()  # pages that were shown with the original of a picture can be shown anew


class QuickFilter(Filter):
    """A filter that encodes AVIF quickly. Wagtail's own spec, so that Wagtail finds what it makes."""

    def run(self, image, output, source=None):
        if not self.spec.endswith("format-avif"):
            return super().run(image, output, source=source)
        with self.get_willow_image(image, source) as willow:
            willow = willow.auto_orient()
            transform = self.get_transform(image, willow.get_size())
            willow = willow.crop(transform.get_rect().round()).resize(transform.size)
            willow.get_pillow_image().save(
                output, "AVIF", quality=settings.WAGTAILIMAGES_AVIF_QUALITY, speed=FASTEST_AVIF, max_threads=1
            )
        return _Encoded(output)


class _Encoded:
    """What Wagtail wants of an encoded picture."""

    format_name = "avif"

    def __init__(self, f):
        self.f = f


def is_three_to_two(picture) -> bool:
    """Whether the whole picture already has the shape of a card."""
    return abs(picture.width / picture.height - RATIO) < 0.01


def specs(picture, image_format: str, whole: bool) -> list[str]:
    """The filters of one format, narrow to wide; ``whole`` uncropped, otherwise 3:2 about the focal point."""
    max_width = picture.width if whole else min(picture.width, round(picture.height * RATIO))
    widths = [width for width in WIDTHS[image_format] if width <= max_width] or [WIDTHS[image_format][0]]
    if whole or is_three_to_two(picture):
        return [f"width-{width}|format-{image_format}" for width in widths]
    return [f"fill-{width}x{round(width / RATIO)}|format-{image_format}" for width in widths]


def formats() -> list[str]:
    """Best first. Some builds of Pillow cannot write AVIF."""
    return [name for name in WIDTHS if name != "avif" or features.check("avif")]


def filters(picture) -> list[QuickFilter]:
    """All that a picture is made into."""
    if picture.is_svg():
        return []
    specs_wanted = {
        spec for name in formats() for whole in (True, False) for spec in specs(picture, name, whole)
    }
    return [QuickFilter(spec) for spec in sorted({*specs_wanted, SHARED})]


def make_renditions(picture) -> None:
    """Make every rendition that ``picture`` still lacks, and tell by ``sizes_made``."""
    existing = set(picture.renditions.order_by().values_list("filter_spec", "focal_point_key"))
    lacking = [one for one in filters(picture) if (one.spec, one.get_cache_key(picture)) not in existing]
    if lacking:
        picture.create_renditions(*lacking)
        sizes_made.send(sender=type(picture), picture=picture)


def ready_renditions(picture, whole: bool) -> dict[str, list]:
    """The renditions that exist, by format, narrow to wide, out of those already fetched; writes nothing."""
    made = {rendition.filter_spec: rendition for rendition in _up_to_date(picture)}
    wanted = {name: specs(picture, name, whole) for name in formats()}
    ready = {name: [made[spec] for spec in wanted[name] if spec in made] for name in wanted}
    return {name: renditions for name, renditions in ready.items() if renditions}


def shared_rendition(picture):
    """The JPEG for links on other sites, out of the renditions already fetched; None where it is not made."""
    return next((made for made in _up_to_date(picture) if made.filter_spec == SHARED), None)


def _up_to_date(picture) -> Iterator:
    """The renditions already fetched but those about a former focal point."""
    focus = ABOUT_FOCUS.get_cache_key(picture)
    return (one for one in picture.renditions.all() if one.focal_point_key in ("", focus))


def srcset(renditions: Iterable) -> str:
    """The value of a ``srcset`` attribute."""
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
