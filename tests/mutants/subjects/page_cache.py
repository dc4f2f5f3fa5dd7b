"""Faults of the page cache: each part of its key, all that empties it, until when a page may be kept."""

from ..fault import listed

FAULTS = [
    *listed(
        "site/delivery/page_cache.py",
        "delivery/test_page_cache.py access/test_at_once.py",
        ("        cache_version.current(),\n", ""),
        ('        environ.get("HTTP_HOST", ""),\n', ""),
        ('        environ.get("HTTP_X_FORWARDED_PROTO", environ.get("wsgi.url_scheme", "")),\n', ""),
        ('        environ.get("PATH_INFO", ""),\n', ""),
        ('        environ.get("QUERY_STRING", ""),\n', ""),
        ("if entry is None or entry.until <= time.time():", "if entry is None:"),
        ('environ["REQUEST_METHOD"] == "GET"', "True"),
        ('        and f"{settings.SESSION_COOKIE_NAME}=" not in environ.get("HTTP_COOKIE", "")\n', ""),
        ('        and not environ.get("PATH_INFO", "").startswith(UNCACHED)\n', ""),
        ('"ETag", f"W/{etag}"', '"ETag", "W/0"'),
    ),
    *listed(
        "site/delivery/signals.py",
        "delivery/test_cache_version.py access/test_at_once.py",
        ("Locale, PageViewRestriction, get_image_model()", "Locale, get_image_model()"),
        ("{PortalSettings, Site,", "{Site,"),
        ("{PortalSettings, Site, Locale,", "{PortalSettings, Locale,"),
        ("get_document_model()}", "}"),
        ("return shared | set(get_snippet_models())", "return shared"),
        (" or issubclass(sender, Page)", ""),
        ('        (page_unpublished, "unpublish"),\n', ""),
        ('        (post_page_move, "move"),\n', ""),
        ("if not raw and sender in", "if sender in"),
    ),
    *listed(
        "site/cms/cache_version.py",
        "delivery/test_cache_version.py delivery/test_shared_cache.py access/test_at_once.py",
        ("        transaction.on_commit(_bump_now)\n", "        pass\n"),
        ("if known and known[0] == version:", "if known:"),
        ("    if _held.get():\n        return\n", ""),
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
