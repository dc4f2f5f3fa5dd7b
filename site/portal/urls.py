"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from delivery import routing, sitemaps, untranslated, views
from delivery.private.views import document_password
from open_data import catalogue, openapi
from open_data.api import router

from . import health

handler404 = "delivery.views.not_found"

urlpatterns = [
    path("", views.root, name="root"),
    path("admin/", include("editors.handbook.urls")),
    path("admin/", include("editors.accounts.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/authenticate_with_password/<int:restriction_id>/", document_password),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", router.urls),
    path("api/search/", include("search.urls_api")),
    path("api/openapi.json", openapi.views.as_json, name="openapi"),
    path("catalog.ttl", catalogue.turtle),
    path("catalog.jsonld", catalogue.jsonld),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemaps.sitemap_part, name="sitemap_part"),
    path("robots.txt", views.robots),
    path(".well-known/security.txt", views.security_txt),
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("media/<path:path>", views.media),
]

handler500 = "portal.faults.server_error"

urlpatterns += i18n_patterns(
    path(_("search/"), include("search.urls")),
    path("api/", openapi.views.as_page, name="api"),
    path(_("not-translated/<int:page_id>/"), untranslated.show, name="untranslated"),
    # Before the pages, whose pattern takes these addresses as well.
    path("_util/", include("delivery.private.urls")),
    # A list's feeds and exports end in a file name; everything else ends in a slash.
    re_path(r"^((?:[\w\-]+/)*[\w\-]+\.(?:csv|ics|json|rss|xlsx))$", routing.serve),
    re_path(r"^((?:[\w\-]+/)*)$", routing.serve, name="wagtail_serve"),
)
