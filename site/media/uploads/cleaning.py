"""A picture without what a camera notes beside it: place, time, serial number, thumbnail. No Django."""

from io import BytesIO

from PIL import Image, ImageOps, ImageSequence

ORIENTATION, ARTIST, COPYRIGHT = 0x0112, 0x013B, 0x8298
# Of a file's notes, those that belong to how it looks or moves.
HARMLESS = {
    *("icc_profile", "dpi", "gamma", "srgb", "chromaticity", "transparency", "background", "interlace"),
    *("loop", "duration", "timestamp", "disposal", "blend", "default_image", "version", "extension"),
    *("aspect", "compression", "bbox"),
}
SAVED_AS = {
    "JPEG": {"quality": 92, "optimize": True},
    "PNG": {},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 85, "speed": 9},
    "GIF": {},
}
PNG_END = b"IEND\xaeB`\x82"


class UnreadableImage(Exception):  # noqa: N818
    """A file that begins like a picture and is none to its end."""


def cleaned(content: bytes) -> bytes | None:
    """The picture upright and without notes but its author's; None where it is so already.

    Reads every pixel, so the number of pixels must have been looked at before. Raises ``UnreadableImage``.
    """
    try:
        with Image.open(BytesIO(content)) as image:
            for frame in ImageSequence.Iterator(image):
                frame.load()
            image.seek(0)
            return _rewritten(image) if _needs_it(image, content) else None
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, Image.DecompressionBombError) as error:
        raise UnreadableImage(str(error)) from error


def _needs_it(image: Image.Image, content: bytes) -> bool:
    """A JPEG is always written anew: much can hide between its segments and behind its end."""
    return (
        image.format in ("JPEG", "MPO")
        or not set(image.info) <= HARMLESS
        or (image.format == "PNG" and not content.endswith(PNG_END))
    )


def _rewritten(image: Image.Image) -> bytes:
    name = "JPEG" if image.format == "MPO" else image.format
    exif = image.getexif()
    options = SAVED_AS[name] | {"exif": _authors(exif)}
    moves = getattr(image, "is_animated", False) and image.format != "MPO"
    turned = exif.get(ORIENTATION, 1) != 1 and not moves
    # Pillow writes some of these of its own accord.
    image.info = {key: value for key, value in image.info.items() if key in HARMLESS}
    if image.format == "JPEG" and not turned:
        options |= {"quality": "keep"}
    shown = ImageOps.exif_transpose(image) if turned else image
    target = BytesIO()
    shown.save(
        target,
        name,
        **options,
        icc_profile=image.info.get("icc_profile"),
        **({"save_all": True} if moves else {}),
    )
    return target.getvalue()


def _authors(exif: Image.Exif) -> Image.Exif:
    """Who made the picture and whose it is may not be removed."""
    result = Image.Exif()
    for tag in (ARTIST, COPYRIGHT):
        if exif.get(tag):
            result[tag] = exif[tag]
    return result
