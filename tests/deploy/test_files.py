"""What is shipped for a public server names what is there: settings, programs, units, addresses."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from portal.environment import SECRETS
from tests.docs.test_documents import environment_variables

DEPLOY = Path(settings.ROOT) / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
SCRIPTS = sorted((DEPLOY / "bin").iterdir())
README = (DEPLOY / "README.md").read_text()
# Of the scripts and of compose, not of the site.
OF_DEPLOYMENT = {
    "BACKUP_DIR",
    "BACKUP_KEEP",
    "RELEASE",
    "REQUIREMENTS",
}
ROOT_FOLDER = re.compile(r"^/srv/intreccio/(?:release|%i)/")


def example() -> dict[str, str]:
    """The variables of env.example, those after "# " as well."""
    lines = re.findall(r"^(?:# )?([A-Z_]+)=(.*)$", (DEPLOY / "env.example").read_text(), re.MULTILINE)
    assert len(lines) == len(dict(lines))
    return dict(lines)


def test_every_setting_is_in_the_example_and_no_other():
    read = {name for name in environment_variables("site") if name.isupper()} - {"RUN_MAIN"}
    assert len(read) > 40
    files = {f"{name}_FILE" for name in SECRETS}
    assert example().keys() == read | files | OF_DEPLOYMENT | {"DJANGO_SETTINGS_MODULE"}


def test_what_is_needed_is_no_comment_in_the_example():
    text = (DEPLOY / "env.example").read_text()
    for name in (
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "BASE_URL",
        "EMAIL_URL",
        "DJANGO_SETTINGS_MODULE",
        "DATA_DIR",
    ):
        assert re.search(rf"^{name}=", text, re.MULTILINE)


def lines_of(unit: Path) -> dict[str, str]:
    pairs = (line.partition("=") for line in unit.read_text().splitlines() if re.match(r"[A-Z]\w*=", line))
    return {key: value for key, _, value in pairs}


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_begin_what_is_there(unit):
    commands = [value for key, value in lines_of(unit).items() if key.startswith("ExecStart")]
    assert commands or unit.suffix == ".timer"
    for command in commands:
        program, *arguments = command.split()
        assert ROOT_FOLDER.match(program)
        if program.endswith("python"):
            _check_python(arguments)
        else:
            assert (Path(settings.ROOT) / ROOT_FOLDER.sub("", program)).stat().st_mode & 0o100


def _check_python(arguments: list[str]) -> None:
    if arguments[0] == "-m":
        assert (Path(settings.ROOT) / "site" / f"{arguments[1].replace('.', '/')}.py").exists()
    else:
        assert arguments[0] == "manage.py" and arguments[1] in get_commands()


@pytest.mark.parametrize(
    "unit", [each for each in UNITS if each.suffix == ".service"], ids=lambda path: path.name
)
def test_units_are_closed_in(unit):
    told = lines_of(unit)
    assert told["User"] == "intreccio"
    assert told["EnvironmentFile"] == "/etc/intreccio/environment"
    for name in ("ProtectHome", "PrivateTmp", "PrivateDevices", "NoNewPrivileges"):
        assert told[name] == "yes"
    assert told["ProtectSystem"] == "strict" and told["CapabilityBoundingSet"] == ""
    assert "/srv/intreccio/data" in told["ReadWritePaths"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not there")
def test_units_are_understood_by_systemd(tmp_path):
    for unit in UNITS:
        # Its folders need not be there; an instance has a name.
        text = re.sub(r"(Exec\w+=)/srv\S+", r"\1/bin/true", unit.read_text())
        (tmp_path / unit.name.replace("@.", "@8000.")).write_text(text)
    units = sorted(tmp_path.iterdir())
    ended = subprocess.run(["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True)
    told = [line for line in ended.stderr.splitlines() if "intreccio" in line]
    assert told == []


COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
OURS = {name for name, service in SERVICES.items() if service["image"].startswith("intreccio:")}
KEEP_THEIR_DATA = {"postgres", "elasticsearch"}  # on disks of their own, and beside it


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_limited_and_closed_in(name):
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["mem_limit"] and service["pids_limit"]
    assert service["logging"]["options"].keys() >= {"max-size", "max-file"}
    assert "healthcheck" in service
    assert service.get("read_only") or name in KEEP_THEIR_DATA
    assert ":" in service["image"]
    assert service["restart"] in ("unless-stopped", "no")


def test_only_the_web_server_has_a_port_and_only_for_this_machine():
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == {
        "web": ["127.0.0.1:8000:8000"]
    }


@pytest.mark.parametrize("name", sorted(OURS))
def test_our_containers_begin_what_is_there_and_know_every_setting(name):
    service = SERVICES[name]
    program, *arguments = service["command"]
    if program == "python":
        _check_python(arguments)
    else:
        assert (Path(settings.ROOT) / program).stat().st_mode & 0o100
    assert service["env_file"] == [".env"]
    assert service["environment"].keys() <= example().keys()
    assert service["init"] and service["tmpfs"] == ["/tmp"]
    waits = service["depends_on"]
    assert waits["postgres"]["condition"] == "service_healthy"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_programs_that_a_shell_understands(script):
    assert script.stat().st_mode & 0o111 == 0o111
    assert subprocess.run(["sh", "-n", script]).returncode == 0


def test_the_readme_names_what_is_there():
    for path in re.findall(r"(?:deploy/)?(?<!/etc/)((?:bin|nginx)/[\w.\-]+)", README):
        assert (DEPLOY / path).exists(), path
    for command in re.findall(r"manage(?:\.py)? (?!…)([a-z]\w+)", README):
        assert command in get_commands(), command
    for script in SCRIPTS:
        assert f"bin/{script.name}" in README
    for service in re.findall(r"docker compose (?:stop|exec|run --rm) ((?:\w+ ?)+)", README):
        assert set(service.split()) - {"python", "manage"} <= SERVICES.keys(), service


@pytest.mark.parametrize("chapter", ["Install", "Upgrade", "Roll back", "Restore"])
def test_each_way_is_told_in_ten_lines(chapter):
    blocks = re.findall(rf"### {chapter}\n\n```\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    assert max(len(block.splitlines()) for block in blocks) <= 10


def test_a_backup_is_checked_and_old_ones_go(tmp_path):
    """With a `python3` that only makes folders."""
    (tmp_path / "bin").mkdir()
    stub = tmp_path / "bin" / "python3"
    stub.write_text('#!/bin/sh\n[ "$2" = backup ] && mkdir "$3"; echo "$@" >>"$BACKUP_DIR/told"\n')
    stub.chmod(0o755)
    kept = tmp_path / "kept"
    for day in range(10, 15):
        (kept / f"2026-11-{day}T043000Z").mkdir(parents=True)
    (kept / "mine").mkdir()
    # From a folder without an environment.
    script = tmp_path / "release" / "deploy" / "bin" / "backup"
    script.parent.mkdir(parents=True)
    shutil.copy(DEPLOY / "bin" / "backup", script)
    environment = {"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "BACKUP_DIR": str(kept), "BACKUP_KEEP": "3"}
    subprocess.run([script], env=environment, check=True)
    there = sorted(path.name for path in kept.iterdir() if path.is_dir())
    assert there[:2] == ["2026-11-13T043000Z", "2026-11-14T043000Z"]
    assert there[3:] == ["mine"] and len(there) == 4
    backup, verify = (kept / "told").read_text().splitlines()
    assert backup == f"manage.py backup {kept / there[2]}"
    assert verify == f"manage.py restore --verify {kept / there[2]}"
