"""Uploaded files in an S3-compatible storage. Imported only where ``MEDIA_URL_STORAGE`` names one."""

from mimetypes import guess_type
from typing import Any

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

# Larger than any upload may be: each file goes in one request.
ONE_REQUEST = 32 * 1024 * 1024
IN_MEMORY = 2 * 1024 * 1024


class ObjectStorage(S3Storage):
    """Never writes another content to a name in use, so browsers may keep what they have."""

    def get_default_settings(self) -> dict[str, Any]:
        return super().get_default_settings() | {
            "file_overwrite": False,
            "querystring_auth": False,
            "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
            "max_memory_size": IN_MEMORY,
            "transfer_config": TransferConfig(multipart_threshold=ONE_REQUEST, use_threads=False),
            # Paths, and no checksums beyond the signature: what other storages than Amazon's understand too.
            "client_config": Config(
                s3={"addressing_style": "path"},
                signature_version="s3v4",
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                connect_timeout=5,
                read_timeout=20,
                retries={"mode": "standard", "total_max_attempts": 3},
            ),
            # The setting is all there is: nothing of the machine's own account with Amazon.
            "security_token": None,
            "session_profile": None,
        }

    def _save(self, name: str, content) -> str:
        """Raises ``OSError``, as a disk does, where the storage cannot be reached or refuses."""
        try:
            return super()._save(name, content)
        except (BotoCoreError, ClientError) as error:
            raise OSError(f"{name} could not be stored.") from error

    def exists(self, name: str) -> bool:
        """Asked before a new file is stored, for a name that is free."""
        try:
            return super().exists(name)
        except (BotoCoreError, ClientError) as error:
            raise OSError(f"Whether there is a {name} could not be learnt.") from error

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        """Folders and files. Raises ``OSError``, as do all that a backup asks for."""
        try:
            return super().listdir(name)
        except (BotoCoreError, ClientError) as error:
            raise OSError(f"{name or 'The storage'} could not be listed.") from error

    def _open(self, name: str, mode: str = "rb"):
        try:
            opened = super()._open(name, mode)
            if "r" in mode:
                opened.file.seek(0)  # fetched now, and not when it is read first
        except (BotoCoreError, ClientError) as error:
            raise OSError(f"{name} could not be fetched.") from error
        return opened

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        """The kind of a file follows from its name, which was checked; never from what a browser claimed."""
        kind = guess_type(name)[0] or self.default_content_type
        return super().get_object_parameters(name) | {"ContentType": kind}
