"""Pictures on a page: made when saved, only read when shown."""

import io
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from media.models import Picture, Rendition
from media.pattern_image import woven_picture
from media.renditions import make_renditions
from tests.factories.media import picture

pytestmark = pytest.mark.django_db


def show(shown, alt="A cloth", options=""):
    template = Template('{% responsive_picture picture alt sizes="50vw" ' + options + " %}")
    return template.render(Context({"picture": shown, "alt": alt}))


def elements(html):
    """The attributes of each element, in order."""
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append((tag, dict(attrs)))
    parser.feed(html)
    return found


def fetched(pk):
    return Picture.objects.prefetch_related("renditions").get(pk=pk)


def test_saving_a_picture_makes_every_size_and_format(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        saved = picture(size=(1440, 960))
    made = sorted(saved.renditions.values_list("filter_spec", "width"))
    assert made == [
        ("fill-1200x630|format-jpeg|jpegquality-78", 1200),
        ("width-1280|format-avif", 1280),
        ("width-400|format-avif", 400),
        ("width-400|format-webp", 400),
        ("width-800|format-avif", 800),
        ("width-800|format-webp", 800),
    ]
    with saved.renditions.get(filter_spec="width-400|format-avif").file.open() as file:
        assert Image.open(file).format == "AVIF"


def test_showing_a_picture_reads_nothing_and_writes_nothing(django_assert_num_queries):
    saved = picture()
    make_renditions(saved)
    before = Rendition.objects.count()
    shown = fetched(saved.pk)
    with django_assert_num_queries(0):
        html = show(shown)
    assert "avif" in html and "webp" in html
    assert Rendition.objects.count() == before


def test_a_picture_without_renditions_shows_its_original(django_assert_num_queries):
    shown = fetched(picture().pk)
    with django_assert_num_queries(0):
        (_, _), (tag, image) = elements(show(shown))
    assert (tag, image["src"], image["width"], image["height"]) == ("img", shown.file.url, "900", "600")
    assert not Rendition.objects.exists()


def test_sources_come_best_first_with_widths_and_sizes():
    saved = picture()
    make_renditions(saved)
    found = elements(show(fetched(saved.pk)))
    assert [tag for tag, _ in found] == ["picture", "source", "source", "img"]
    assert [source["type"] for _, source in found[1:3]] == ["image/avif", "image/webp"]
    assert [part.split()[1] for part in found[1][1]["srcset"].split(", ")] == ["400w", "800w"]
    assert found[1][1]["sizes"] == "50vw"
    assert (found[3][1]["width"], found[3][1]["height"]) == ("800", "533")


@pytest.mark.parametrize(
    ("alt", "expected"), [("A cloth", "A cloth"), ("", ""), ('"><script>', '"><script>')]
)
def test_the_description_is_always_there_and_escaped(alt, expected):
    html = show(picture(), alt)
    assert elements(html)[-1][1]["alt"] == alt
    assert "<script>" not in html


def test_only_the_first_picture_of_a_page_hurries():
    shown = picture()
    assert elements(show(shown))[-1][1]["loading"] == "lazy"
    hurried = elements(show(shown, options="priority=True"))[-1][1]
    assert hurried["fetchpriority"] == "high" and "loading" not in hurried


def test_no_picture_shows_nothing():
    assert show(None) == ""


def test_a_tall_picture_is_cropped_about_its_focal_point_or_shown_whole():
    """Upper half red, lower half blue: the focal point in the lower half makes a blue card."""
    tall = Image.new("RGB", (900, 1800), "red")
    tall.paste("blue", (0, 900, 900, 1800))
    content = io.BytesIO()
    tall.save(content, "JPEG")
    saved = picture(
        "tall", focal_point_x=450, focal_point_y=1600, focal_point_width=50, focal_point_height=50
    )
    saved.file.storage.delete(saved.file.name)
    saved.file.storage.save(saved.file.name, content)
    Picture.objects.filter(pk=saved.pk).update(width=900, height=1800)
    make_renditions(fetched(saved.pk))

    shown = fetched(saved.pk)
    card, whole = elements(show(shown))[-1][1], elements(show(shown, options="whole=True"))[-1][1]
    assert (card["width"], card["height"]) == ("800", "533")
    assert (whole["width"], whole["height"]) == ("800", "1600")
    with shown.renditions.get(filter_spec="fill-800x533|format-webp").file.open() as file:
        red, _, blue = Image.open(file).convert("RGB").getpixel((400, 266))
    assert blue > 200 and red < 60


def test_moving_the_focal_point_makes_new_cards():
    saved = picture(size=(600, 900))
    make_renditions(saved)
    saved.focal_point_x, saved.focal_point_y = 10, 10
    saved.focal_point_width = saved.focal_point_height = 20
    saved.save()
    assert elements(show(fetched(saved.pk)))[-1][1]["src"] == saved.file.url
    make_renditions(saved)
    assert "fill-400x267" in elements(show(fetched(saved.pk)))[-1][1]["src"]


def test_making_renditions_again_changes_nothing():
    saved = picture()
    make_renditions(saved)
    before = set(saved.renditions.values_list("pk", "file"))
    make_renditions(saved)
    assert set(saved.renditions.values_list("pk", "file")) == before


def test_a_replaced_file_gets_its_renditions(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        saved = picture(colour="red")
    replacement = io.BytesIO()
    Image.new("RGB", (900, 600), "blue").save(replacement, "JPEG")
    form = get_image_form(Picture)(
        {"title": "new", "collection": saved.collection_id},
        {"file": SimpleUploadedFile("new.jpg", replacement.getvalue())},
        instance=fetched(saved.pk),
    )
    assert form.is_valid(), form.errors
    with django_capture_on_commit_callbacks(execute=True):
        form.save()
    with saved.renditions.get(filter_spec="width-800|format-webp").file.open() as file:
        red, _, blue = Image.open(file).convert("RGB").getpixel((10, 10))
    assert blue > 200 and red < 60


def test_a_woven_picture_is_light():
    """A card's picture at 640 pixels is what a telephone fetches several times on one page."""
    content = io.BytesIO()
    cloth = woven_picture("projects/innovacultura").resize((640, 427), Image.Resampling.LANCZOS)
    cloth.save(content, "AVIF", quality=40, speed=9)
    assert len(content.getvalue()) < 27_000


def test_the_form_says_that_a_private_collection_does_not_shut_a_picture(admin_client):
    Collection.get_first_root_node().add_child(name="Riservata")
    page = admin_client.get("/admin/images/add/").content.decode()
    assert "A picture is a public file" in page
