"""``python -m media.icons``: the icons of the site and its picture for shared links, drawn anew.

The files are kept in the repository, because programs ask for them by name before anything is set up.
"""

import json
from pathlib import Path

from PIL import Image, ImageDraw

from .pattern_image import woven_picture

FOLDER = Path(__file__).resolve().parents[1] / "root"
# The mark, as `site/static/mark.svg` has it: threads on a square of 40, the later ones above the earlier.
SQUARE = 40
THREADS = (
    ((8, 0, 16, 40), "#1d4f7c"),
    ((24, 0, 32, 40), "#b2332b"),
    ((0, 8, 40, 16), "#e3b23c"),
    ((0, 24, 40, 32), "#12263d"),
    ((8, 4, 16, 20), "#1d4f7c"),
    ((24, 20, 32, 36), "#b2332b"),
)
SHARED = (1200, 630)
NAME = "Intreccio"


def mark(size: int, ground: str | None = None, margin: float = 0.0) -> Image.Image:
    """The mark in ``size`` pixels; ``margin`` is the part of the side that stays free all around."""
    large = size * 8
    picture = Image.new("RGBA", (large, large), ground or (0, 0, 0, 0))
    draw, free = ImageDraw.Draw(picture), large * margin
    scale = (large - 2 * free) / SQUARE
    for (left, top, right, bottom), colour in THREADS:
        corners = [free + side * scale for side in (left, top, right, bottom)]
        draw.rectangle([corners[0], corners[1], corners[2] - 1, corners[3] - 1], fill=colour)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def shared_picture() -> Image.Image:
    """The cloth of the site's name, with the mark, in the shape that other sites show."""
    cloth = woven_picture(NAME)
    height = round(cloth.width * SHARED[1] / SHARED[0])
    top = (cloth.height - height) // 2
    picture = cloth.crop((0, top, cloth.width, top + height)).resize(SHARED, Image.Resampling.LANCZOS)
    tile = mark(220, "#ffffff", margin=0.16)
    picture.paste(tile, ((SHARED[0] - tile.width) // 2, (SHARED[1] - tile.height) // 2), tile)
    return picture.convert("RGB")


def write(folder: Path = FOLDER) -> None:
    """Write every file that programs ask for at the root of the site."""
    folder.mkdir(exist_ok=True)
    mark(48).save(folder / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
    mark(180, "#ffffff", margin=0.1).convert("RGB").save(folder / "apple-touch-icon.png", optimize=True)
    for size in (192, 512):
        mark(size).save(folder / f"icon-{size}.png", optimize=True)
    # A launcher cuts a maskable icon to its own shape: a fifth at each side may go.
    mark(512, "#ffffff", margin=0.2).convert("RGB").save(folder / "icon-maskable-512.png", optimize=True)
    shared_picture().save(folder / "share.jpg", quality=78, optimize=True, progressive=True)
    (folder / "site.webmanifest").write_text(json.dumps(_manifest(), indent=1) + "\n", encoding="utf-8")


def _manifest() -> dict:
    icons = [
        {"src": f"/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)
    ]
    maskable = icons[-1] | {"src": "/icon-maskable-512.png", "purpose": "maskable"}
    return {
        "name": NAME,
        "short_name": NAME,
        "icons": [*icons, maskable],
        "start_url": "/",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": "#12263d",
    }


if __name__ == "__main__":
    write()
