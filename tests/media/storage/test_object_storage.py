"""Pictures and documents live in an object storage, through the admin's own pages, as they would on disk."""

import urllib.error
import urllib.request

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.urls import reverse
from wagtail.images.forms import get_image_form
from wagtail.models import Collection, CollectionViewRestriction

from media.models import Attachment, Picture
from media.reading import text_of
from media.storage_address import named
from tests.media.uploads import files

from .server import BUCKET, KEY, REGION, SECRET, Bucket

pytestmark = pytest.mark.django_db


@pytest.fixture
def bucket(settings):
    with Bucket().running() as bucket:
        address = f"s3://{KEY}:{SECRET}@{bucket.host}/{BUCKET}?region={REGION}&tls=no"
        storage = {"BACKEND": "media.storage.ObjectStorage", "OPTIONS": named(address).options()}
        settings.STORAGES = settings.STORAGES | {"default": storage}
        yield bucket


@pytest.fixture
def upload(bucket, admin_client, django_capture_on_commit_callbacks):
    def send(place, name, content, kind):
        file = SimpleUploadedFile(name, content, content_type=kind)
        with django_capture_on_commit_callbacks(execute=True):
            data = {"title": "Prova", "collection": Collection.get_first_root_node().pk, "file": file}
            assert admin_client.post(reverse(place), data).status_code == 302

    return send


@pytest.fixture
def picture(upload):
    upload("wagtailimages:add", "foto.jpg", files.picture(size=(900, 600)), "text/html")
    return Picture.objects.get()


@pytest.fixture
def document(upload):
    upload("wagtaildocs:add", "guida.txt", b"Le spese di tessitura", "text/html")
    return Attachment.objects.get()


def fetched(address):
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read()


def test_a_picture_and_its_sizes_are_there_for_everybody(bucket, picture):
    shown = Template("{% responsive_picture picture %}").render(Context({"picture": picture}))
    renditions = list(picture.renditions.all())
    assert len(renditions) >= 3
    assert set(bucket.files) == {picture.file.name, *(each.file.name for each in renditions)}
    for each in (picture, *renditions):
        assert each.file.url == f"{bucket.public}{each.file.name}"
        assert fetched(each.file.url) == bucket.files[each.file.name][0]
    assert f'src="{bucket.public}images/' in shown
    assert "/media/" not in shown


def test_a_browser_may_keep_a_picture_and_is_told_its_kind_by_its_name(bucket, picture):
    _, headers = bucket.files[picture.file.name]
    assert headers == {
        "Content-Type": "image/jpeg",
        "Cache-Control": "public, max-age=31536000, immutable",
    }


def test_a_document_is_read_and_handed_out_by_the_application_alone(bucket, document, client):
    assert bucket.files[document.file.name][0] == b"Le spese di tessitura"
    assert text_of(document).text == "Le spese di tessitura"
    answer = client.get(document.url)
    assert answer.getvalue() == b"Le spese di tessitura"
    assert answer["Content-Length"] == "21"
    with pytest.raises(urllib.error.HTTPError, match="403"):
        fetched(document.file.url)


def test_a_private_document_stays_private(document, client):
    root = Collection.get_first_root_node()
    CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    assert client.get(document.url).status_code == 302


def test_a_name_in_use_is_never_written_again(bucket, document, upload):
    upload("wagtaildocs:add", "guida.txt", b"Altro", "text/plain")
    assert bucket.files[document.file.name][0] == b"Le spese di tessitura"
    assert len(bucket.files) == 2


def test_what_is_deleted_goes(bucket, picture, document, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
        document.delete()
    assert bucket.files == {}


@pytest.fixture
def gone(settings):
    """A storage at an address where nobody listens."""
    with Bucket().running() as bucket:
        host = bucket.host
    address = f"s3://{KEY}:{SECRET}@{host}/{BUCKET}?region={REGION}&tls=no"
    storage = {"BACKEND": "media.storage.ObjectStorage", "OPTIONS": named(address).options()}
    settings.STORAGES = settings.STORAGES | {"default": storage}


@pytest.mark.parametrize("app", ["wagtailimages", "wagtaildocs"])
def test_a_storage_that_does_not_answer_is_told_at_the_field_and_nothing_is_lost(admin_client, gone, app):
    name, content = ("foto.jpg", files.picture()) if app == "wagtailimages" else ("guida.txt", b"Le spese")
    data = {"title": "Il telaio", "collection": Collection.get_first_root_node().pk}
    answer = admin_client.post(reverse(f"{app}:add"), data | {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    assert "does not answer" in answer.context["form"].errors["file"][0]
    assert "Il telaio" in answer.content.decode()
    assert not Picture.objects.exists() and not Attachment.objects.exists()


def test_several_at_once_are_told_each(admin_client, gone):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Telaio", "files[]": SimpleUploadedFile("foto.jpg", files.picture())},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert "does not answer" in answer.json()["error_message"]


def test_a_picture_keeps_its_file_where_a_new_one_cannot_be_stored(picture, gone):
    data = {"title": "Altro", "collection": picture.collection_id}
    new = SimpleUploadedFile("nuova.jpg", files.picture(size=(300, 200)))
    form = get_image_form(Picture)(instance=Picture.objects.get(), data=data, files={"file": new})
    assert "does not answer" in form.errors["file"][0]
    assert form.instance.file.name == Picture.objects.get().file.name == picture.file.name
