"""Static files with a name for each content, so that browsers may keep them for ever."""

import re

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# The admin brings a thousand files; compressing them all would make the first start slow for nobody.
COMPRESSED = ("css/", "js/", "mark")

# Style sheets that consist of imports: a component a file to work on, one file to load.
BUNDLES = ("css/components.css", "css/blocks.css", "css/pages.css")
CSS_IMPORT = re.compile(r'@import "([^"]+)";\n')
IMPORT = r"""(?P<matched>from ["'](?P<url>\./[^"']+\.js)["'])"""


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which compresses only what visitors load."""

    # The site's own modules import one another by the names that their contents have. Django's own switch
    # would read the admin's thousand files for the same.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/*.js", ((IMPORT, 'from "%(url)s"'),)),
    )

    def post_process(self, paths, dry_run=False, **options):
        """``paths`` gives of each file its storage and its path there. Bundles come whole, from memory."""
        bundles = InMemoryStorage()
        for name in BUNDLES:
            if name in paths:
                bundles.save(name, ContentFile(_bundle(name, paths)))
        whole = {name: (bundles, name) for name in BUNDLES if name in paths}
        yield from super().post_process({**paths, **whole}, dry_run, **options)

    def compress_files(self, paths):
        return super().compress_files([path for path in paths if path.startswith(COMPRESSED)])


def _bundle(name: str, paths: dict) -> bytes:
    def text(of: str) -> str:
        storage, path = paths[of]
        with storage.open(path) as file:
            return file.read().decode()

    return CSS_IMPORT.sub(lambda found: text(f"css/{found[1]}"), text(name)).encode()
