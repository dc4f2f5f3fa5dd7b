"""Cloth: the same page, the same cloth, and a true draft behind it."""

import hashlib

import pytest
from django.utils import translation

from media.pattern_image import draw, woven_picture
from media.weave_patterns import DYES, SCHEMES, WEAVES, pattern_for

NAMES = [f"page-{number}" for number in range(300)]


def test_a_name_has_one_cloth_for_ever():
    """The digest is written down, so that a new version of Python or of a library cannot change the cloth."""
    draft = pattern_for("projects/innovacultura")
    plan = "".join("01"[draft.warp_is_up(end, pick)] for pick in range(24) for end in range(24))
    thread = " ".join(draft.warp + draft.weft)
    assert hashlib.sha256((plan + thread).encode()).hexdigest()[:12] == "5423ac3ab77d"
    assert woven_picture("a").tobytes() == woven_picture("a").tobytes()


def test_every_weave_and_every_scheme_is_used():
    drafts = [pattern_for(name) for name in NAMES]
    assert {id(draft.weave) for draft in drafts} == {id(weave) for weave in WEAVES}
    assert {draft.dyes[0] for draft in drafts} == {scheme[0] for scheme in SCHEMES}


@pytest.mark.parametrize("weave", WEAVES, ids=lambda weave: f"{weave.name}")
def test_a_cloth_holds_together(weave):
    """Every thread goes over and under: no thread lies loose on the cloth."""
    draft = pattern_for("any").__class__(weave, ("guado", "lino"), ("guado",), ("lino",))
    up = [[draft.warp_is_up(end, pick) for end in range(48)] for pick in range(48)]
    assert all(0 < sum(row) < 48 for row in up)
    assert all(0 < sum(column) < 48 for column in zip(*up, strict=True))


def test_the_dye_of_the_upper_thread_is_seen():
    draft = pattern_for("page-1").__class__(WEAVES[-1], ("robbia", "lino"), ("robbia",), ("lino",))
    cloth = draw(draft, ends=4, picks=4)
    thread = cloth.width // 4

    def redness(end, pick):
        red, green, _ = cloth.getpixel((end * thread + thread // 2, pick * thread + thread // 2))
        return red - green

    for pick in range(4):
        for end in range(4):
            assert (redness(end, pick) > 60) == draft.warp_is_up(end, pick)


def test_a_crossing_is_darker_where_the_thread_dips():
    cloth = draw(pattern_for("page-2"), ends=2, picks=2).convert("L")
    thread = cloth.width // 2
    assert cloth.getpixel((0, 0)) < cloth.getpixel((thread // 2, thread // 2))


def test_a_picture_is_three_to_two_and_large_enough():
    cloth = woven_picture("page-3")
    assert cloth.width * 2 == cloth.height * 3
    assert cloth.width >= 1280


def test_the_description_names_the_weave_and_every_dye():
    with translation.override("en"):
        for name in NAMES[:40]:
            draft = pattern_for(name)
            words = draft.describe()
            assert words.startswith(str(draft.weave.name))
            assert all(str(DYES[dye][1]) in words for dye in draft.dyes)
