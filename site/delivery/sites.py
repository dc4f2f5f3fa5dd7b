"""Which site a host asks for: by Wagtail's rule, without a query for each request."""

from django.conf import settings
from django.db import Error
from django.http.request import split_domain_port, validate_host
from wagtail.models import Site

from cms import cache_version

PORTS = {"https": 443, "http": 80}


def find_site(host: str, port: int) -> Site | None:
    """The one of that name and port; else the default one of that name; else the only one of that name; else
    the default one."""
    sites = cache_version.memoize("sites", lambda: list(Site.objects.select_related("root_page__locale")))
    named = [site for site in sites if site.hostname == host]
    default = next((site for site in sites if site.is_default_site), None)
    exact = next((site for site in named if site.port == port), None)
    if exact or default in named or len(named) != 1:
        return exact or default
    return named[0]


def site_key(environ: dict) -> str | None:
    """What of the host an answer depends on: the scheme and the site. A port that somebody made up is no part
    of it. None for a host that is not ours, or while the database does not say."""
    scheme = scheme_of(environ)
    name, port = split_domain_port(environ.get("HTTP_HOST", "") or environ.get("SERVER_NAME", ""))
    allowed = settings.ALLOWED_HOSTS or ([".localhost", "127.0.0.1", "[::1]"] if settings.DEBUG else [])
    if not name or not validate_host(name, allowed):
        return None
    try:
        site = find_site(name, int(port or PORTS[scheme]))
    except (Error, ValueError):
        return None
    return f"{scheme} {site.pk}" if site else None


def scheme_of(environ: dict) -> str:
    proxied = settings.SECURE_PROXY_SSL_HEADER
    if proxied:
        return "https" if environ.get(proxied[0]) == proxied[1] else "http"
    return "https" if environ.get("wsgi.url_scheme") == "https" else "http"
