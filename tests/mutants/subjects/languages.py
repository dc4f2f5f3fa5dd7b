"""Faults of what tells machines in which languages a page is there."""

from ..fault import listed

FAULTS = [
    *listed(
        "site/delivery/page_context.py",
        "portal",
        ("return links + default if len(links) > 1 else []", "return links + default"),
        ("if link.code == settings.LANGUAGE_CODE]", "]"),
        ("if not self._is_canonical or (self._canonical_query and not self._queries):", "if False:"),
        ('getattr(self.request, "below_page", ""))\n', '"")\n'),
    ),
    *listed(
        "site/delivery/sitemaps.py",
        "delivery/test_sitemap.py delivery/test_languages.py access",
        ("links if len(versions) > 1 else {}", "links"),
        ("    if settings.LANGUAGE_CODE in links:", "    if False:"),
        ("known = visible(pages).filter(", "known = pages.live().filter("),
        ("changed[above] = max(changed[above]", "changed[above] = min(changed[above]"),
    ),
]
