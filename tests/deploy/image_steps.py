"""``python -m tests.deploy.image_steps`` (`make image-steps`): every step of the Dockerfile, without Docker.

The steps are run one after the other in a scratch folder with a fresh clone, each path of the image below
that folder; then the image's program answers. What needs a container, such as a user of its own, is named.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.services.programs import free_port

ROOT = Path(__file__).resolve().parents[2]
OF_THE_IMAGE = re.compile(r"(?<![\w/.])/(app|venv|data|tmp/data)\b")
START_SECONDS = 1200  # with all migrations, on a machine that is busy with other things
PRODUCTION = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "127.0.0.1",
    "BASE_URL": "http://127.0.0.1",
    "EMAIL_URL": "smtp://127.0.0.1:25",
    "SECURE_SSL_REDIRECT": "0",
}


def steps(text: str) -> Iterator[tuple[str, str]]:
    """The instructions of a Dockerfile, each with the rest of its line."""
    joined = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    for line in filter(None, joined.splitlines()):
        name, _, rest = line.partition(" ")
        yield name, rest


class Image:
    """A folder in place of the image's root."""

    def __init__(self, root: Path, context: Path):
        self.root, self.context = root, context
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(root), "LANG": "C.UTF-8"}
        self.folder, self.command = root, []

    def place(self, text: str) -> str:
        return OF_THE_IMAGE.sub(lambda found: str(self.root / found[1]), text)

    def do(self, name: str, rest: str) -> None:
        print(f"· {name} {rest}", flush=True)
        if name == "ARG":
            key, _, value = rest.partition("=")
            self.environment.setdefault(key, value)
        elif name == "ENV":
            for pair in shlex.split(rest):
                key, _, value = pair.partition("=")
                value = self.place(value).replace("$PATH", self.environment["PATH"])
                self.environment[key] = value
        elif name == "WORKDIR":
            self.folder = Path(self.place(rest))
            self.folder.mkdir(parents=True, exist_ok=True)
        elif name == "COPY":
            self._copy(rest.split())
        elif name == "RUN":
            self._run(rest)
        elif name == "CMD":
            self.command = shlex.split(rest.strip("[]").replace(",", " "))
        elif name not in ("FROM", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK"):
            sys.exit(f"{name} is not known here.")

    def _copy(self, words: list[str]) -> None:
        if any(word.startswith("--from=") for word in words):
            return  # both stages share this folder
        *sources, target = [word for word in words if not word.startswith("--")]
        for source in sources:
            source = re.sub(r"\$\{(\w+)\}", lambda found: self.environment[found[1]], source)
            origin, place = self.context / source, self.folder / target
            if origin.is_dir():
                left_out = (self.context / ".dockerignore").read_text().split()
                ignored = shutil.ignore_patterns(*(each.removeprefix("**/") for each in left_out))
                shutil.copytree(origin, place, dirs_exist_ok=True, ignore=ignored)
            else:
                shutil.copy(origin, place)

    def _run(self, command: str) -> None:
        if command.startswith("useradd"):
            print("  left out: a user of its own needs a container")
            (self.root / "data").mkdir(exist_ok=True)
            return
        environment = self.environment | {
            name: os.environ[name] for name in os.environ if name.startswith("PIP_")
        }
        subprocess.run(self.place(command), shell=True, check=True, cwd=self.folder, env=environment)

    def answers(self) -> None:
        """The program of the image, until it is ready by the image's own check."""
        environment = (
            self.environment | PRODUCTION | {"DATA_DIR": str(self.root / "data"), "HOST": "127.0.0.1"}
        )
        environment["PORT"] = str(free_port())
        python = str(self.root / "venv" / "bin" / "python")
        program = subprocess.Popen([python, *self.command[1:]], cwd=self.folder, env=environment)
        try:
            end = time.monotonic() + START_SECONDS
            while program.poll() is None and time.monotonic() < end:
                probe = [python, "-m", "portal.probe"]
                if not subprocess.run(
                    probe, cwd=self.folder, env=environment, capture_output=True
                ).returncode:
                    print("The image is ready.")
                    return
                time.sleep(1)
            sys.exit("The image does not answer.")
        finally:
            program.terminate()
            program.wait(60)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="image-") as folder:
        context, root = Path(folder) / "clone", Path(folder) / "root"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(context)], check=True)
        root.mkdir()
        image = Image(root, context)
        for name, rest in steps((context / "Dockerfile").read_text()):
            image.do(name, rest)
        image.answers()


if __name__ == "__main__":
    main()
