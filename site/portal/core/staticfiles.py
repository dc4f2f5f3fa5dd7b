"""Static files with a name for each content, so that browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

# The admin brings a thousand files; compressing them all would make the first start slow for nobody.
COMPRESSED = ("css/", "js/", "mark")


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which compresses only what visitors load."""

    def compress_files(self, paths):
        return super().compress_files([path for path in paths if path.startswith(COMPRESSED)])
