"""Woven pictures: a draft drawn thread by thread, each crossing rounded and darker where it dips."""

from functools import lru_cache
from math import sqrt

from PIL import Image, ImageChops, ImageColor

from .weave_patterns import DYES, WeavePattern, pattern_for

WIDTH, HEIGHT, THREAD = 1440, 960, 24


def woven_picture(name: str) -> Image.Image:
    """The cloth that belongs to ``name``, 3:2, always the same."""
    return draw(pattern_for(name))


def draw(pattern: WeavePattern, ends: int = WIDTH // THREAD, picks: int = HEIGHT // THREAD) -> Image.Image:
    """A cloth of ``ends`` warp threads by ``picks`` weft threads.

    Colour and relief are two layers: the first takes the warp's or the weft's dye at each crossing, the
    second one of eight small shades, because a thread that stays on top runs on without a dip.
    """
    size = (ends * THREAD, picks * THREAD)
    up = [[pattern.warp_is_up(end, pick) for end in range(ends)] for pick in range(picks)]

    crossings = Image.frombytes("L", (ends, picks), bytes(255 * lifted for row in up for lifted in row))
    warp = _threads(pattern.warp, (ends, 1)).resize(size, Image.Resampling.NEAREST)
    weft = _threads(pattern.weft, (1, picks)).resize(size, Image.Resampling.NEAREST)
    colour = Image.composite(warp, weft, crossings.resize(size, Image.Resampling.NEAREST))

    relief = Image.new("L", size)
    for pick in range(picks):
        for end in range(ends):
            relief.paste(_shade(*_float(up, end, pick)), (end * THREAD, pick * THREAD))
    return ImageChops.hard_light(colour, Image.merge("RGB", (relief, relief, relief)))


def _threads(dyes: tuple[str, ...], size: tuple[int, int]) -> Image.Image:
    """One pixel a thread. Hand-dyed thread is never even: each is a little lighter or darker."""
    threads = Image.new("RGB", size)
    count = max(size)
    colours = [ImageColor.getrgb(DYES[dyes[n % len(dyes)]][0]) for n in range(count)]
    tones = [0.94 + 0.12 * ((n * 0.618) % 1) for n in range(count)]
    threads.putdata(
        [
            tuple(min(255, round(part * tone)) for part in colour)
            for colour, tone in zip(colours, tones, strict=True)
        ]
    )
    return threads


def _float(up: list[list[bool]], end: int, pick: int) -> tuple[bool, bool, bool]:
    """Which thread is on top, and whether it dips before and after this crossing (and at the edge)."""
    lifted = up[pick][end]
    line, at = ([row[end] for row in up], pick) if lifted else (up[pick], end)
    before = at == 0 or line[at - 1] != lifted
    after = at == len(line) - 1 or line[at + 1] != lifted
    return lifted, before, after


@lru_cache(maxsize=8)
def _shade(upright: bool, dips_before: bool, dips_after: bool) -> Image.Image:
    """The light on one crossing: 128 leaves the dye as it is, less darkens, more lightens."""
    tile = Image.new("L", (THREAD, THREAD))
    middle = (THREAD - 1) / 2
    for across in range(THREAD):
        side = (across - middle) / (THREAD / 2)
        for along in range(THREAD):
            run = (along - middle) / (THREAD / 2)
            dip = abs(run) ** 3 if (run < 0 and dips_before) or (run > 0 and dips_after) else 0.0
            # Where it dips the thread also narrows, and the gap beside it shows.
            edge = min(1.0, abs(side) / (1 - 0.18 * dip))
            light = 66 + 66 * sqrt(1 - edge * edge) - 44 * dip + 14 * max(0.0, 1 - ((side + 0.25) / 0.5) ** 2)
            point = (across, along) if upright else (along, across)
            tile.putpixel(point, max(0, min(255, round(light))))
    return tile
