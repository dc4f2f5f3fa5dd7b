"""Faults of the check of links: what it may ask, for how long, and how much it reads."""

from ..fault import listed

FAULTS = [
    *listed(
        "site/editors/links/fetch.py",
        "editors/links",
        ("if not all(is_public(", "if not any(is_public("),
        ("        self.settimeout(_left(self.ends))", "        pass"),
        ("response.read(MAX_READ, decode_content=False)", "response.read(MAX_READ)"),
    ),
    *listed(
        "site/editors/links/checking.py",
        "editors/links",
        ("            self._left -= self._last[server] - began", "            pass"),
        ("return max(self.delay, min(", "return min(self.delay, min("),
    ),
]
