"""An uploaded picture is kept upright, and without what the camera noted about place and time."""

import io

import pytest
from PIL import Image, ImageCms

from media.uploads.cleaning import UnreadableImage, cleaned

from . import files

KINDS = ["JPEG", "PNG", "WEBP", "AVIF"]


def opened(content):
    return Image.open(io.BytesIO(content))


def colours(image):
    """The corners: red is left in the drawing, whichever way the file holds it."""
    shown = image.convert("RGB")
    width, height = shown.size
    places = ((2, 2), (width - 3, 2), (2, height - 3))
    return ["red" if shown.getpixel(place)[0] > 128 else "blue" for place in places]


@pytest.mark.parametrize("kind", KINDS)
def test_place_and_camera_are_removed_and_the_author_kept(kind):
    before = files.picture(kind, exif=files.exif(), xmp=files.XMP)
    assert opened(before).getexif().get_ifd(files.GPS)
    after = cleaned(before)
    notes = opened(after).getexif()
    assert not notes.get_ifd(files.GPS)
    assert dict(notes) == {files.ARTIST: "Anna Ferri"}
    assert b"GPS" not in after and b"Telefono" not in after


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("orientation", "size", "corners"),
    [
        (1, (60, 40), ["red", "blue", "red"]),
        (3, (60, 40), ["blue", "red", "blue"]),
        (6, (40, 60), ["red", "red", "blue"]),
        (8, (40, 60), ["blue", "blue", "red"]),
    ],
)
def test_a_picture_taken_sideways_stands_upright(kind, orientation, size, corners):
    after = opened(cleaned(files.picture(kind, exif=files.exif(orientation))))
    assert after.size == size
    assert colours(after) == corners
    assert after.getexif().get(files.ORIENTATION, 1) == 1


def test_the_colour_profile_stays():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in KINDS:
        before = files.picture(kind, exif=files.exif(), icc_profile=profile)
        assert opened(cleaned(before)).info["icc_profile"] == profile


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_without_notes_stays_as_it_is(kind):
    assert cleaned(files.picture(kind)) is None


def test_what_lies_behind_the_end_of_a_picture_is_left_out():
    for kind in ("JPEG", "PNG"):
        assert b"secret place" not in cleaned(files.picture(kind) + b"secret place")


def test_comments_are_notes_too():
    assert b"via Roma 1" not in cleaned(files.picture("JPEG", comment=b"via Roma 1"))
    assert b"via Roma 1" not in cleaned(files.png_with_text("via Roma 1"))


def test_cleaning_twice_gives_the_same_file_so_that_duplicates_are_known():
    photo = files.picture(exif=files.exif(6))
    assert cleaned(photo) == cleaned(photo)


def test_a_moving_picture_goes_on_moving():
    frames = [files.drawn(), Image.new("RGB", (60, 40), "green")]
    target = io.BytesIO()
    frames[0].save(target, "WEBP", save_all=True, append_images=frames[1:], exif=files.exif())
    after = opened(cleaned(target.getvalue()))
    assert after.n_frames == 2
    assert not after.getexif().get_ifd(files.GPS)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_cut_off_is_unreadable(kind):
    whole = files.picture(kind, size=(300, 200))
    with pytest.raises(UnreadableImage):
        cleaned(whole[: len(whole) // 2])
