"""Puts together a real Elasticsearch from Maven Central, without containers; once, then it is kept.

Needs Maven and a JDK of 21 or later: in ``JAVA_HOME``, below ``/usr/lib/jvm``, or the ``javac`` of the path.
"""

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

VERSION = "9.3.2"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
MIN_JDK = 21
PLUGIN = Path(__file__).with_name("LanguageAnalysis.java")
SETTINGS = """\
cluster.name: test
discovery.type: single-node
network.host: 127.0.0.1
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""
DESCRIPTOR = f"""\
name=language-analysis
description=Language analysis for tests
version=1
classname=LanguageAnalysis
java.version={MIN_JDK}
elasticsearch.version={VERSION}
"""


class CannotInstall(Exception):  # noqa: N818
    """A program is missing, or Maven Central does not answer."""


def installed(root: Path) -> Path:
    """The folder of an Elasticsearch that can be started, made under ``root`` unless it is there."""
    made_of = hashlib.sha256(Path(__file__).read_bytes() + PLUGIN.read_bytes()).hexdigest()[:12]
    home = root / f"{VERSION}-{made_of}"
    if not home.exists():
        scratch = root / f"scratch-{os.getpid()}"
        shutil.rmtree(scratch, ignore_errors=True)
        _unpack(_fetched(scratch), scratch)
        unpacked = scratch / f"elasticsearch-{VERSION}"
        _add_plugin(unpacked)
        (unpacked / "config" / "elasticsearch.yml").write_text(SETTINGS)
        for earlier in root.glob(f"{VERSION[0]}.*"):
            shutil.rmtree(earlier, ignore_errors=True)
        unpacked.rename(home)
        shutil.rmtree(scratch, ignore_errors=True)
    return home


def jdk() -> Path:
    """The home of a JDK that is recent enough."""
    named = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    on_path = [Path(found).resolve().parents[1]] if (found := shutil.which("javac")) else []
    for home in [*named, *sorted(Path("/usr/lib/jvm").glob("*")), *on_path]:
        if _edition(home) >= MIN_JDK:
            return home
    raise CannotInstall(
        f"Elasticsearch needs a JDK of {MIN_JDK} or later, in JAVA_HOME or below /usr/lib/jvm; "
        "the default-jdk of Debian 12 is 17, that of Debian 13 is 21."
    )


def _edition(home: Path) -> int:
    compiler = home / "bin" / "javac"
    if not compiler.exists():
        return 0
    said = subprocess.run([compiler, "-version"], capture_output=True, text=True, check=False)
    found = re.search(r"\d+", said.stdout + said.stderr)
    return int(found[0]) if found else 0


def _fetched(scratch: Path) -> Path:
    scratch.mkdir(parents=True)
    if not shutil.which("mvn"):
        raise CannotInstall("Elasticsearch is fetched with Maven (mvn), which is not installed.")
    goal = "org.apache.maven.plugins:maven-dependency-plugin:copy"
    where = [f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={scratch}"]
    said = subprocess.run(
        ["mvn", "-q", "-B", goal, *where], capture_output=True, text=True, timeout=900, check=False
    )
    if said.returncode:
        raise CannotInstall(f"Maven could not fetch {ARTIFACT}:\n{(said.stdout + said.stderr)[-2000:]}")
    return next(scratch.glob("*.zip"))


def _unpack(archive: Path, target: Path) -> None:
    """With the permissions that the archive tells, which ``extractall`` leaves out."""
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            path = Path(opened.extract(member, target))
            if mode := member.external_attr >> 16:
                path.chmod(mode)


def _add_plugin(home: Path) -> None:
    folder, classes = home / "plugins" / "language-analysis", home / "classes"
    folder.mkdir(parents=True)
    tools = jdk() / "bin"
    release = ["--release", str(MIN_JDK), "-proc:none"]
    subprocess.run(
        [tools / "javac", *release, "-d", classes, "-cp", f"{home}/lib/*", PLUGIN], check=True, timeout=300
    )
    archive = folder / "language-analysis.jar"
    subprocess.run([tools / "jar", "--create", "--file", archive, "-C", classes, "."], check=True, timeout=60)
    shutil.rmtree(classes)
    (folder / "plugin-descriptor.properties").write_text(DESCRIPTOR)
