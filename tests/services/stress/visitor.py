"""Whoever asks the site, from an address of the loopback; says what came and how long it took."""

import http.client
import threading
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlencode

OTHER = "127.0.0.2"
MULTIPART = "b7c1f0"


@dataclass(frozen=True)
class Answer:
    """``status`` is 0 where the connection ended without an answer. ``seconds`` until its last byte."""

    status: int
    headers: dict[str, str]
    text: str
    seconds: float


class Visitor:
    """Each request has a connection of its own; cookies are kept."""

    def __init__(self, port: int, source: str = OTHER, timeout: float = 60):
        self.port, self.source, self.timeout = port, source, timeout
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, data: dict[str, str]) -> Answer:
        content = urlencode(data).encode()
        return self._ask("POST", path, content, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path: str, data: dict[str, str], field: str, name: str, content: bytes) -> Answer:
        parts = [
            f'--{MULTIPART}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in data.items()
        ]
        head = f'--{MULTIPART}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
        body = "".join(parts).encode() + head.encode() + content + f"\r\n--{MULTIPART}--\r\n".encode()
        return self._ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={MULTIPART}"})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        address = ("127.0.0.1", self.port)
        connection = http.client.HTTPConnection(*address, self.timeout, (self.source, 0))
        began = time.perf_counter()
        try:
            connection.request(method, path, body, {"Host": "127.0.0.1", "Connection": "close"} | headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return Answer(0, {}, "", time.perf_counter() - began)
        finally:
            connection.close()
        for told in response.headers.get_all("Set-Cookie", ()):
            self.cookies |= {name: each.value for name, each in SimpleCookie(told).items()}
        found = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, found, text, time.perf_counter() - began)


class Reader(threading.Thread):
    """Reads pages in turn until it is told to stop, with a pause after each."""

    def __init__(self, visitor: Visitor, paths: tuple[str, ...], pause: float = 0.05):
        super().__init__(daemon=True)
        self.visitor, self.paths, self.pause = visitor, paths, pause
        self.answers: list[tuple[float, str, Answer]] = []
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.is_set():
            for path in self.paths:
                answer = self.visitor.get(path)
                self.answers.append((time.monotonic(), path, answer))
                self._over.wait(self.pause)

    def stop(self) -> list[Answer]:
        self._over.set()
        self.join()
        return [answer for _moment, _path, answer in self.answers]


def read_for(seconds: float, visitor: Visitor, paths: tuple[str, ...], pause: float = 0.05) -> list[Answer]:
    reader = Reader(visitor, paths, pause)
    reader.start()
    time.sleep(seconds)
    return reader.stop()


def p95_ms(answers: list[Answer]) -> float:
    """Milliseconds in which 19 of 20 were answered."""
    times = sorted(answer.seconds for answer in answers)
    return round(times[int(len(times) * 0.95)] * 1000, 1)


def failed(answers: list[Answer]) -> int:
    return sum(answer.status != 200 for answer in answers)
