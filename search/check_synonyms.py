"""``python -m search.check_synonyms``: holds every group of the shipped synonyms against the names of places,
the words of kinds and all other groups of its language. Ends with 1 where one meets what it should not.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import yaml

FOLDER = Path(__file__).parent / "synonyms"


def main() -> int:
    """Prints each fault on a line."""
    found = list(all_faults())
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def all_faults(folder: Path = FOLDER) -> Iterator[str]:
    """A line for each thing that a shipped group should not meet."""
    from .language.overlaps import TermGroup, faults, kinds_said  # they need Django's applications

    for file in sorted(folder.glob("*.yaml")):
        groups = [
            TermGroup((entry["first"], *entry["also"]), one_way=True)
            if isinstance(entry, dict)
            else TermGroup(tuple(entry))
            for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
        ]
        for index, group in enumerate(groups):
            others = groups[:index] + groups[index + 1 :]
            lines = [*faults(group, others, file.stem)]
            lines += [
                f"“{word}” is said by “{line}”."
                for word in group.words
                for line in kinds_said(word, file.stem)
            ]
            yield from (f"{file.name}: {group}: {line}" for line in lines)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    sys.exit(main())
