"""Faults of the page cache: each part of its key, all that empties it, until when a page may be kept."""

from ..fault import listed

FAULTS = [
    *listed(
        "site/delivery/page_cache.py",
        "delivery/test_page_cache.py delivery/test_page_versions.py access/test_at_once.py",
        ("entry.version == version and ", ""),
        ("entry.version == version and time.time() < entry.until", "entry.version == version"),
        ("entry.withdrawals == state[1] and ", ""),
        ("entry.withdrawals == state[1] and time.time() < entry.until", "entry.withdrawals == state[1]"),
        ('f"{site} {path}?{query}"', 'f"{path}?{query}"'),
        ('f"{site} {path}?{query}"', 'f"{site} ?{query}"'),
        ('f"{site} {path}?{query}"', 'f"{site} {path}"'),
        ("            query = known_only(query, known)\n", "            pass\n"),
        ('environ["REQUEST_METHOD"] in ("GET", "HEAD")', "True"),
        ('        and f"{settings.SESSION_COOKIE_NAME}=" not in environ.get("HTTP_COOKIE", "")\n', ""),
        ('        and not environ.get("PATH_INFO", "").startswith(UNCACHED)\n', ""),
        ('"ETag", f"W/{etag}"', '"ETag", "W/0"'),
        ("min(settings.FRONT_CACHE_FRESH_SECONDS, left)", "settings.FRONT_CACHE_FRESH_SECONDS"),
        ("min(settings.FRONT_CACHE_GRACE_SECONDS, left - fresh)", "settings.FRONT_CACHE_GRACE_SECONDS"),
        ("        if self._is_worth_keeping(key, environ):\n", "        if True:\n"),
    ),
    *listed(
        "site/delivery/page_store.py",
        "delivery/test_page_versions.py",
        ("            while self.bytes > self.max_bytes:\n", "            while False:\n"),
        ("        if entry.size > MAX_PAGE_BYTES:\n", "        if False:\n"),
        ("                self._pages.move_to_end(key)\n", "                pass\n"),
    ),
    *listed(
        "site/delivery/cache_invalidation.py",
        "delivery/test_cache_version.py delivery/test_page_versions.py access/test_at_once.py",
        ("OwnerDescription, Site, Locale, PageViewRestriction}", "OwnerDescription, Site, Locale}"),
        ("shared = {PortalSettings, ", "shared = {"),
        ("OwnerDescription, Site, Locale, ", "OwnerDescription, Locale, "),
        ("PortalSettings, OwnerDescription, Site", "PortalSettings, Site"),
        ("get_image_model(), get_document_model(), ", "get_image_model(), "),
        (", *get_snippet_models()}", "}"),
        (" or issubclass(sender, Page)", ""),
        ('        (page_unpublished, _on_withdrawal, "unpublish"),\n', ""),
        ('        (post_page_move, _on_withdrawal, "move"),\n', ""),
        ("if not raw and sender in", "if sender in"),
    ),
    *listed(
        "site/cms/cache_version.py",
        "delivery/test_cache_version.py delivery/test_shared_cache.py delivery/test_page_versions.py "
        "access/test_at_once.py",
        ("                transaction.on_commit(tell)\n", "                pass\n"),
        ("            _changes().note(withdraws)\n", ""),
        ("row = self._rows(at_once=words == UNKNOWN)", "row = self._rows(at_once=False)"),
        ("    if not _held.get():\n", "    if True:\n"),
    ),
    *listed(
        "site/cms/public_changes.py",
        "delivery/test_page_versions.py",
        ("{row['last'] or 0}-{row['rows']}", "{row['last'] or 0}"),
    ),
    *listed(
        "site/delivery/expiry.py",
        "portal funding/test_deadline_passes.py",
        ("min(known, moment) if known else moment", "max(known, moment) if known else moment"),
        ("today + timedelta(days=1)", "today + timedelta(days=2)"),
    ),
    *listed(
        "site/delivery/negotiation.py",
        "delivery/test_page_cache.py",
        ("weights.get(IDENTITY, 0.0)", "weights.get(IDENTITY, 1.0)"),
        ('given == ["*"] or ', ""),
        ('one.removeprefix("W/") for one in given', "one for one in given"),
    ),
]
