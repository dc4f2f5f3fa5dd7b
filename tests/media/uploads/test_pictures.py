"""Uploading pictures, through the admin's own pages: what is kept, what is refused and in which words."""

import io
import json
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_tasks import task_backends
from PIL import Image
from PIL.ImageFile import ImageFile

from cms import cache_version
from media.models import Picture
from media.tasks import make_sizes

from . import files

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning"),
]

PLACES = ["wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages_chooser:create"]


@pytest.fixture
def upload(admin_client, django_capture_on_commit_callbacks):
    """Upload a picture in one of the three places; the message about the file, or empty."""

    def send(content, name="foto.jpg", place=PLACES[0], **more):
        file = SimpleUploadedFile(name, content)
        address = reverse(place)
        with django_capture_on_commit_callbacks(execute=True):
            if place == PLACES[1]:
                data = {"title": "Foto", "collection": 1, "files[]": file}
                answer = admin_client.post(address, data, headers={"x-requested-with": "XMLHttpRequest"})
                return json.loads(answer.content).get("error_message", "")
            prefix = "image-chooser-upload-" if place == PLACES[2] else ""
            data = {
                f"{prefix}{key}": value for key, value in {"title": "Foto", "collection": 1, **more}.items()
            }
            answer = admin_client.post(address, data | {f"{prefix}file": file})
        if place == PLACES[0]:
            return answer.context["form"].errors["file"][0] if answer.status_code == 200 else ""
        answer = json.loads(answer.content)
        return answer["htmlFragment"] if answer["step"] == "reshow_creation_form" else ""

    return send


@pytest.mark.parametrize("place", PLACES)
def test_an_uploaded_picture_is_cleaned_and_made_into_every_size(upload, place):
    photo = files.picture(size=(900, 600), exif=files.exif(6))
    assert upload(photo, place=place) == ""
    kept = Picture.objects.get()
    assert (kept.width, kept.height) == (600, 900)
    with kept.file.open() as file:
        image = Image.open(io.BytesIO(file.read()))
    assert image.size == (600, 900)
    assert not image.getexif().get_ifd(files.GPS)
    made = set(kept.renditions.values_list("filter_spec", flat=True))
    assert {"width-400|format-avif", "width-400|format-webp", "fill-400x267|format-avif"} <= made


@pytest.mark.parametrize("place", PLACES)
def test_a_large_picture_is_answered_before_its_sizes_are_made(upload, place, settings):
    settings.TASKS = settings.TASKS | {"background": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    photo = files.noise(5_000_000)
    with mock.patch.object(Image.Image, "save", autospec=True, side_effect=Image.Image.save) as written:
        assert upload(photo, place=place) == ""
    kept = Picture.objects.get()
    assert kept.file_size > 2_000_000  # cleaned
    shown = list(kept.renditions.values_list("filter_spec", flat=True))
    assert shown in ([], ["max-165x165"])  # what the answer shows
    assert written.call_count == 1 + len(shown)
    waiting = {(each.task.name, *each.args) for each in task_backends["background"].results}
    assert waiting == {("make_sizes", kept.pk)}
    make_sizes.call(kept.pk)
    assert kept.renditions.filter(filter_spec="width-1280|format-avif").exists()


def test_pages_are_shown_anew_when_a_picture_has_its_sizes(upload):
    upload(files.picture(size=(900, 600)))
    kept = Picture.objects.get()
    kept.renditions.all().delete()
    before = cache_version.current()
    make_sizes.call(kept.pk)
    assert cache_version.current() != before


TOO_MANY = "at most 50 million can be taken"
HOSTILE = {
    "another kind's name": (files.picture("PNG"), "foto.jpg", "it is a picture of another kind (png)"),
    "a name that is none": (files.picture(), "foto.exe", "Not a supported image format"),
    "SVG": (files.SVG, "disegno.svg", "Not a supported image format"),
    "SVG by another name": (files.SVG, "disegno.png", "another kind (svg)"),
    "HEIC by another name": (b"\0\0\0\x20ftypheic" + b"\0" * 60, "foto.jpg", "another kind (heic)"),
    "text": (b"Ciao", "foto.jpg", "The file is no picture"),
    "zero bytes": (b"", "foto.jpg", "The file is empty"),
    "cut off": (files.picture(size=(300, 200))[:900], "foto.jpg", "damaged or cut off"),
    "a beginning only": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "foto.jpg", "damaged or cut off"),
    "markup in it": (files.picture() + b"<script>alert(1)</script>", "foto.jpg", "two things at once"),
    "markup in a comment": (files.picture(comment=b"<?php eval()"), "foto.jpg", "two things at once"),
    "a program's archive": (files.picture() + files.archive(Main=b"x"), "foto.jpg", "two things at once"),
    "a PDF": (files.picture("PNG") + files.PDF, "foto.png", "two things at once"),
    "100 million pixels": (files.png_of(10_000, 10_000), "foto.png", f"100 million pixels; {TOO_MANY}"),
    "a bomb": (files.png_of(60_000, 60_000, 100), "foto.png", f"far too many pixels; {TOO_MANY}"),
    "too many bytes": (files.picture() + b"\0" * 10 * 1024 * 1024, "foto.jpg", "This file is too big"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_good_picture_is_refused_in_words(upload, what, place):
    content, name, message = HOSTILE[what]
    assert message in upload(content, name, place)
    assert not Picture.objects.exists()


def test_a_hundred_million_pixels_are_refused_before_they_are_unpacked(upload, monkeypatch):
    monkeypatch.setattr(ImageFile, "load", lambda image: pytest.fail("was unpacked"))
    assert TOO_MANY in upload(files.png_of(10_000, 10_000, 10_000), "foto.png")


def test_the_same_picture_is_asked_about_and_may_be_kept_twice(upload):
    photo = files.picture(exif=files.exif())
    assert upload(photo) == ""
    assert "This file is here already, as “Foto”" in upload(photo)
    assert Picture.objects.count() == 1
    assert upload(photo, keep_both="on") == ""
    assert Picture.objects.count() == 2


def test_wagtail_asks_where_several_are_uploaded_and_in_the_chooser(admin_client, upload):
    photo = files.picture(exif=files.exif())
    upload(photo)
    several = admin_client.post(
        reverse(PLACES[1]),
        {"title": "Foto", "collection": 1, "files[]": SimpleUploadedFile("foto.jpg", photo)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert json.loads(several.content)["duplicate"] is True
    chosen = admin_client.post(
        reverse(PLACES[2]),
        {
            "image-chooser-upload-title": "Foto",
            "image-chooser-upload-collection": 1,
            "image-chooser-upload-file": SimpleUploadedFile("foto.jpg", photo),
        },
    )
    assert json.loads(chosen.content)["step"] == "duplicate_found"


def test_a_replaced_file_is_looked_at_as_well(admin_client, upload):
    upload(files.picture())
    kept = Picture.objects.get()
    data = {"title": "Foto", "collection": 1, "file": SimpleUploadedFile("foto.jpg", b"Ciao")}
    answer = admin_client.post(reverse("wagtailimages:edit", args=[kept.pk]), data)
    assert "The file is no picture" in answer.context["form"].errors["file"][0]


def test_the_focal_point_can_be_set_and_usage_is_counted(admin_client, tree, upload):
    from tests.factories.pages import article

    upload(files.picture())
    kept = Picture.objects.get()
    form = admin_client.get(reverse("wagtailimages:edit", args=[kept.pk])).content.decode()
    assert "focal_point_x" in form
    article(tree.news, picture=kept).save()
    listing = admin_client.get(reverse("wagtailimages:index"), {"layout": "list"}).content.decode()
    assert "Used 1 time" in " ".join(listing.split())
