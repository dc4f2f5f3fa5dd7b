"""Cut the site's typeface to the signs that it needs: ``python -m portal.fonts [FOLDER]``.

Part of the set-up. Hanken Grotesk comes whole from its package; 400 and 700, with the letters of
Italian, French and German, are some 21 kB each as WOFF2. Needs no Django.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

from portal.environment import build_dir

WEIGHTS = {"hg-400.woff2": "HankenGrotesk-Regular.otf", "hg-700.woff2": "HankenGrotesk-Bold.otf"}
LETTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) + "ŒœŸẞ"
MARKS = "–—‘’‚“”„•…‹›€™−≤≥→←↑↓\u202f\u2009"
FEATURES = ["kern", "liga", "tnum", "case", "ccmp", "locl", "mark", "calt", "ordn"]


def cut(source: Path, target: Path) -> None:
    """Write ``target`` as WOFF2 with the site's signs alone."""
    from fontTools import subset  # only when a font is cut

    options = subset.Options(flavor="woff2", layout_features=FEATURES, desubroutinize=True)
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]  # the names, and the licence that travels with them
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS + MARKS)
    subsetter.subset(font)
    partial = target.with_suffix(".part")
    subset.save_font(font, str(partial), options)
    partial.replace(target)


def make(folder: Path) -> list[Path]:
    """Make the fonts that ``folder`` lacks and return those made; none on a second run."""
    missing = {name: source for name, source in WEIGHTS.items() if not (folder / name).exists()}
    if not missing:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    package = Path(find_spec("font_hanken_grotesk").origin).parent / "files"
    for name, source in missing.items():
        cut(package / source, folder / name)
    return [folder / name for name in missing]


def default_folder() -> Path:
    """The folder ``fonts`` of what is built from the code, as the settings find it."""
    return build_dir() / "fonts"


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()
    for path in make(folder):
        print(f"{path} {path.stat().st_size / 1000:.1f} kB")
