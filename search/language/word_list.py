"""Words that exist, whether a page holds them or not: a slip of the pen is none of them.

``python -m search.language.word_list [FOLDER]`` makes the lists as a part of the set-up, from the frequencies
of wordfreq (CC BY-SA 4.0). That package takes a second and tens of megabytes, so no worker asks it; without
it, or without the lists, the site works and puts right what it otherwise would leave alone.
"""

import math
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from .spelling import correctable
from .text import fold

LANGUAGES = ("it", "en", "fr")
# Powers of ten in a billion words. Of random slips of one letter, 2.6 in a hundred are words by this measure
# (3.8 from 2 on, 1.9 from 3 on), most of them real ones: "fiere" without its second "e".
MIN_ZIPF_FREQUENCY = 2.5


def make(folder: Path) -> list[Path]:
    """Write the lists that ``folder`` lacks, half a megabyte each, and return them; none without wordfreq."""
    missing = [path for path in (folder / f"{code}.txt" for code in LANGUAGES) if not path.exists()]
    if not missing or not find_spec("wordfreq"):
        return []
    folder.mkdir(parents=True, exist_ok=True)
    for path in missing:
        partial = path.with_suffix(".part")
        partial.write_text("\n".join(["", *_words(path.stem), ""]), encoding="utf-8")
        partial.replace(path)
    return missing


def exists(word: str, language: str, folder: Path) -> bool:
    """Whether a word is in the list of its language, such as ``it`` or ``fr-ch``; accents do not matter.

    The file is read each time: it is asked for words that no page holds, and half a megabyte is looked
    through in less than a millisecond, where a set of its words would take 6 MB of each worker.
    """
    path = folder / f"{language.split('-')[0]}.txt"
    try:
        return f"\n{fold(word)}\n".encode() in path.read_bytes()
    except OSError:
        return False


def default_folder() -> Path:
    """The folder ``words`` of what is built from the code, as the settings find it."""
    return Path(os.environ.get("BUILD_DIR") or Path(__file__).resolve().parents[2] / "build") / "words"


def _words(code: str) -> list[str]:
    from wordfreq import get_frequency_dict  # only when a list is made

    min_share = 10 ** (MIN_ZIPF_FREQUENCY - math.log10(1_000_000_000))
    found = get_frequency_dict(code, "best").items()
    return sorted({fold(word) for word, share in found if share >= min_share and correctable(word)})


if __name__ == "__main__":
    for made in make(Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()):
        print(f"{made} {made.stat().st_size / 1000:.0f} kB")
