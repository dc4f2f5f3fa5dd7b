"""What a site answers: a program that asks for 30 pages and 30 searches, and prints a sum of each answer."""

ASK = """
import django
django.setup()
import hashlib, re
from django.conf import settings
from django.test import Client
from wagtail.models import Page
settings.ALLOWED_HOSTS = ["*"]
client = Client(HTTP_HOST="127.0.0.1")
# What differs by request; and what tells the time of day.
once = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|nonce-[\\w+/=]+|[0-9a-f]{32}')
found = (page.get_url() for page in Page.objects.live().filter(depth__gt=1).order_by("pk")[:40])
words = "notizia bandi museo teatro cultura impresa formazione tessile regione innovazione giovani"
words += " cooperazione ricerca energia turismo"
for path in [
    *list(filter(None, found))[:30],
    *(f"/api/search/?q={word}&lang={language}" for word in words.split() for language in ("it", "en")),
]:
    answer = client.get(path)
    print(path, answer.status_code, hashlib.sha256(once.sub(b"", answer.content)).hexdigest())
"""
