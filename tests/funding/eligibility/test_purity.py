"""The rules know nothing of Django: they can be read, and tried, alone."""

import subprocess
import sys

RULES = ("profile", "legal_forms", "applicant_types", "accepted_codes", "call", "criteria", "verdict")


def test_the_rules_import_no_django():
    imports = "; ".join(f"import funding.domain.eligibility.{name}" for name in RULES)
    check = f"{imports}; import sys; sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0
