"""``python -m portal.build``: make what is built from the code: fonts, lists of words, static files.

It lies outside of the data (``BUILD_DIR``): another release has another of the same name. Contents are
compared and no times, because the files of an older release that is installed again are older.
"""

import fcntl
import hashlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from portal import fonts
from portal.environment import build_dir
from search.language import word_list

STAMP = "made-of"  # a file beside the collected ones: what they were made of


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    try:
        build()
    except ImproperlyConfigured as reason:
        sys.exit(str(reason))


def build() -> None:
    """Whoever builds at the same moment waits: two would trip over each other's files."""
    try:
        build_dir().mkdir(parents=True, exist_ok=True)
        lock = (build_dir() / "build.lock").open("w")
    except OSError as reason:
        raise ImproperlyConfigured(
            f"{build_dir()} cannot be written ({reason.strerror}): run python -m portal.build as a user "
            "who may, or set BUILD_DIR to a folder of this release."
        ) from reason
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        fonts.make(fonts.default_folder())
        word_list.make(word_list.default_folder())
        django.setup()
        # The settings close what is written to others; this is public, and a proxy may give it out.
        os.umask(0o022)
        collect()


def is_built() -> bool:
    """Whether there is nothing to make; then the folder need not be writable."""
    stamp = Path(settings.STATIC_ROOT) / STAMP
    return stamp.exists() and stamp.read_text() == _fingerprint()


def collect() -> bool:
    """Collect the static files where anything differs from what was collected last; whether it did."""
    if is_built():
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    (Path(settings.STATIC_ROOT) / STAMP).write_text(_fingerprint())
    return True


def _fingerprint() -> str:
    """Of all that is collected: our files by content, those of packages by the versions that are pinned."""
    digest = hashlib.sha256((settings.ROOT / "requirements.txt").read_bytes())
    for entry in settings.STATICFILES_DIRS:
        folder = Path(entry[1] if isinstance(entry, tuple) else entry)
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


if __name__ == "__main__":
    main()
