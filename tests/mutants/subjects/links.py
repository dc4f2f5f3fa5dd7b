"""Faults of the check of links: what it may ask, for how long, and how much it reads."""

from ..fault import listed

FAULTS = [
    *listed(
        "site/editors/links/public.py",
        "editors/links",
        ("return ip.ipv4_mapped or ip.sixtofour or ip", "return ip.ipv4_mapped or ip"),
        ("    if ip in NAT64:", "    if False:"),
        ("ip.scope_id or ip not in GLOBAL_UNICAST", "ip.scope_id"),
        ("return ip.is_global and not ip.is_multicast", "return ip.is_global"),
    ),
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
