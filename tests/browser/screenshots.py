"""``make screenshots``: the README's pictures, taken from a running site with the demonstration content."""

import io
import tempfile
from pathlib import Path

from PIL import Image

from .chromium import chromium
from .server import running_site

TARGET = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
PICTURES = {
    "home": ("/it/", 1280, 1800),
    "home-phone": ("/it/", 390, 1800),
    "finder": ("/it/bandi/", 1280, 1500),
    "sheet": ("/it/bandi/voucher-piccoli-editori/", 1280, 1800),
    "project": ("/it/progetti/innovacultura/", 1280, 1800),
    "search": ("/it/cerca/?q=cinema", 1280, 1300),
}


def main() -> None:
    """Write one WebP for each picture."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, running_site(Path(scratch)) as site, chromium() as browser:
        for name, (path, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(site + path, wait_until="networkidle")
            shot = Image.open(io.BytesIO(page.screenshot()))
            shot.save(TARGET / f"{name}.webp", quality=80, method=6)
            page.close()
            print(f"{name}: {path}")


if __name__ == "__main__":
    main()
