"""What a visitor, an editor and a program find on a demonstration site, asked for without a server.

python -m tests.services.visit
"""

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402 - settings must be ready first
from django.test import Client  # noqa: E402

from funding.models import FundingSheetPage  # noqa: E402
from search.models import OutboxEntry  # noqa: E402

PAGES = {
    "/it/": "Intreccio",
    "/en/": 'lang="en"',
    "/it/notizie/": "<h1",
    "/it/bandi/": "<h1",
    "/it/bandi/?q=cinema&status=any&sort=amount": "<h1",
    "/it/bandi/?region=ITH5&beneficiary=cooperative&status=any": "<h1",
    "/it/bandi/export.json?status=any": "{",
    "/it/cerca/?q=teatri": "<mark>",
    "/en/search/?q=cooperatives": "<mark>",
    "/api/search/?q=cinema&lang=it": '"total"',
    "/health/ready": '"status": "ok"',
    "/sitemap.xml": "hreflang",
}
VISITOR = {"HTTP_HOST": "127.0.0.1"}


def main() -> None:
    visitor = Client(**VISITOR)
    for address, holds in PAGES.items():
        answer = visitor.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        if answer.status_code != 200 or holds not in body.decode():
            raise SystemExit(f"{address} answers {answer.status_code} without {holds!r}")
    _publish(visitor)
    editor = Client(**VISITOR)
    editor.force_login(get_user_model().objects.filter(is_superuser=True).first() or _editor())
    for address in ("/admin/", "/admin/pages/"):
        if editor.get(address, follow=True).status_code != 200:
            raise SystemExit(f"{address} does not open")
    print("all is well")


def _publish(visitor: Client) -> None:
    """What is published is found at the next request."""
    sheet = FundingSheetPage.objects.live().filter(locale__language_code="it").first()
    sheet.title = "Tessitura straordinaria"
    sheet.save_revision().publish()
    if (
        OutboxEntry.objects.exists()
        or sheet.title not in visitor.get("/it/cerca/?q=tessiture").content.decode()
    ):
        raise SystemExit("A published page is not found.")


def _editor():
    return get_user_model().objects.create_superuser("visit", "visit@example.org", "visit")


if __name__ == "__main__":
    main()
