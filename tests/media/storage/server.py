"""A tiny S3-compatible storage on this very machine: one bucket in memory."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from tests.factories.serving import serving

KEY, SECRET, BUCKET, REGION = "anna", "segreto", "tessuti", "eu-south-1"
EVERYBODYS = ("images/", "original_images/")
SIGNED = re.compile(rf"AWS4-HMAC-SHA256 Credential={KEY}/\d{{8}}/{REGION}/s3/aws4_request,")


class Bucket:
    """``files`` maps a name to its content and headers. Without a signature only pictures are given out."""

    def __init__(self):
        self.files: dict[str, tuple[bytes, dict[str, str]]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.host = f"127.0.0.1:{self._server.server_port}"
        self.public = f"http://{self.host}/{BUCKET}/"

    @contextmanager
    def running(self) -> Iterator["Bucket"]:
        with serving(self._server):
            yield self

    def answer(self, method: str, path: str, headers, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        bucket, _, name = unquote(urlsplit(path).path).removeprefix("/").partition("/")
        signed = SIGNED.match(headers.get("Authorization", ""))
        if bucket != BUCKET:
            return 404, b"", {}
        if not signed and (method not in ("GET", "HEAD") or not name.startswith(EVERYBODYS)):
            return 403, b"", {}
        if method == "PUT":
            self.files[name] = (
                body,
                {each: headers.get(each, "") for each in ("Content-Type", "Cache-Control")},
            )
            return 200, b"", {"ETag": '"1"'}
        if method == "DELETE":
            self.files.pop(name, None)
            return 204, b"", {}
        if method == "GET" and not name:
            return 200, self._list(parse_qs(urlsplit(path).query).get("prefix", [""])[0]), {}
        if name not in self.files:
            return 404, b"", {}
        content, kept = self.files[name]
        return 200, content, kept | {"ETag": '"1"', "Last-Modified": "Tue, 24 Nov 2026 10:00:00 GMT"}

    def _list(self, prefix: str) -> bytes:
        """The files and folders right below ``prefix``."""
        below = [name.removeprefix(prefix) for name in sorted(self.files) if name.startswith(prefix)]
        folders = sorted({name.partition("/")[0] for name in below if "/" in name})
        told = [f"<Contents><Key>{prefix}{name}</Key></Contents>" for name in below if "/" not in name]
        told += [f"<CommonPrefixes><Prefix>{prefix}{name}/</Prefix></CommonPrefixes>" for name in folders]
        return f"<ListBucketResult>{''.join(told)}</ListBucketResult>".encode()


def _handler(bucket: Bucket):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # the client waits for leave to send

        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, content, headers = bucket.answer(self.command, self.path, self.headers, body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")  # so that no thread outlives the test
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        do_HEAD = do_PUT = do_DELETE = do_GET  # noqa: N815

        def log_message(self, *args):
            pass

    return Handler
