"""What other sites and programs show of a page: a picture that all of them read, and the usual icons."""

import json
import re
from io import BytesIO

import pytest
from django.core.management import call_command
from django.http import HttpResponse, HttpResponseNotFound
from django.test import override_settings
from PIL import Image
from whitenoise.middleware import WhiteNoiseMiddleware

from media import icons
from media.renditions import SHARED, make_renditions
from tests.factories import pages
from tests.factories.media import picture

SITE = "http://testserver"


def shared(client, address) -> dict[str, str]:
    text = client.get(address).content.decode().split("</head>")[0]
    return dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', text))


@pytest.fixture
def site_root(rf):
    """Answers as the middleware that serves the files of the root does."""
    middleware = WhiteNoiseMiddleware(lambda request: HttpResponseNotFound())

    def get(path) -> HttpResponse:
        return middleware(rf.get(path))

    return get


@pytest.mark.django_db
def test_a_picture_of_ones_own_is_shared_as_jpeg(client, tree):
    page = pages.article(tree.news, picture=picture(size=(2400, 1600)), picture_alt="Un telaio")
    make_renditions(page.picture)
    told = shared(client, page.url)
    made = page.picture.renditions.get(filter_spec=SHARED)
    assert told["og:image"] == SITE + made.url
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert (told["og:image:type"], told["og:image:alt"]) == ("image/jpeg", "Un telaio")
    with made.file.open() as file:
        assert Image.open(file).format == "JPEG"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/it/", "/it/bandi/", "/it/notizie/", "/en/funding/", "/it/api/", "/it/bandi/confronta/", "/it/cerca/"],
)
def test_a_page_without_a_picture_shares_the_woven_one(client, tree, site_root, address):
    told = shared(client, address)
    assert told["og:image"].startswith(f"{SITE}/") and told["twitter:card"] == "summary_large_image"
    shown = site_root(told["og:image"].removeprefix(SITE))
    with Image.open(BytesIO(b"".join(shown.streaming_content))) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 630))
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")


@pytest.mark.django_db
def test_pictures_of_an_older_version_get_what_they_lack():
    old = picture(size=(2400, 1600))
    make_renditions(old)
    old.renditions.filter(filter_spec=SHARED).delete()
    call_command("make_renditions", verbosity=0)
    assert old.renditions.filter(filter_spec=SHARED).exists()


@pytest.mark.parametrize(
    ("path", "kind", "sizes"),
    [
        ("/favicon.ico", "ICO", {(16, 16), (32, 32), (48, 48)}),
        ("/apple-touch-icon.png", "PNG", {(180, 180)}),
        ("/icon-192.png", "PNG", {(192, 192)}),
        ("/icon-512.png", "PNG", {(512, 512)}),
        ("/icon-maskable-512.png", "PNG", {(512, 512)}),
    ],
)
def test_programs_find_the_icons_by_their_names(site_root, path, kind, sizes):
    answer = site_root(path)
    assert answer.status_code == 200
    with Image.open(BytesIO(b"".join(answer.streaming_content))) as image:
        assert image.format == kind
        assert set(image.info.get("sizes", [image.size])) == sizes


def test_the_manifest_names_icons_that_are_there(site_root):
    answer = site_root("/site.webmanifest")
    manifest = json.loads(b"".join(answer.streaming_content))
    assert answer["Content-Type"].startswith("application/manifest+json")
    for icon in manifest["icons"]:
        assert site_root(icon["src"]).status_code == 200


def test_the_icons_are_those_that_the_program_draws(tmp_path):
    """Whoever changes the mark draws them anew."""
    icons.write(tmp_path)
    for file in icons.FOLDER.iterdir():
        if file.suffix in (".png", ".ico"):
            with Image.open(file) as kept, Image.open(tmp_path / file.name) as drawn:
                assert kept.convert("RGBA").tobytes() == drawn.convert("RGBA").tobytes(), file.name
        elif file.suffix == ".webmanifest":
            assert file.read_text() == (tmp_path / file.name).read_text()


@pytest.mark.django_db
@override_settings(DEBUG=False)
def test_the_head_names_them(client, tree):
    head = client.get("/it/").content.decode().split("</head>")[0]
    for path in ("/favicon.ico", "/apple-touch-icon.png", "/site.webmanifest"):
        assert f'href="{path}"' in head
