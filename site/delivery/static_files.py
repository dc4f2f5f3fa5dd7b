"""Static files with a name for each content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

# The admin brings a thousand files; compressing them all would make the first start slow for nobody.
COMPRESSED = ("css/", "js/", "mark")


IMPORT = r"""(?P<matched>from ["'](?P<url>\./[^"']+\.js)["'])"""


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which compresses only what visitors load."""

    # The site's own modules import one another by the names that their contents have. Django's own switch
    # would read the admin's thousand files for the same.
    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/*.js", ((IMPORT, 'from "%(url)s"'),)),
    )

    def compress_files(self, paths):
        return super().compress_files([path for path in paths if path.startswith(COMPRESSED)])
