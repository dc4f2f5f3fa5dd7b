"""Codes of PNRR measures: ``M1C3I1.3`` is investment 1.3 of component 3 of mission 1. No Django here."""

import re

CODE = re.compile(r"M[1-7]C\d([IR]\d+(\.\d+){0,2})?")
_NUMBER = re.compile(r"\d+")


def normalise(text: str) -> str:
    """The code as it is shown: capitals, no blanks, no padding (``M1C3I1.03.00`` is ``M1C3I1.3``).

    Raises ``ValueError`` when it is not the code of a mission, component or measure.
    """
    code = "".join(text.split()).upper()
    if not CODE.fullmatch(code):
        raise ValueError(f"“{text}” is not a PNRR measure code such as M1C3I1.3.")
    component, rest = code[:4], code[4:]
    if not rest:
        return component
    numbers = [str(int(number)) for number in _NUMBER.findall(rest)]
    while len(numbers) > 1 and numbers[-1] == "0":
        numbers.pop()
    return f"{component}{rest[0]}{'.'.join(numbers)}"


def component_of(code: str) -> str:
    """The component that a normalised code belongs to: ``M1C3``."""
    return code[:4]


def mission_of(code: str) -> str:
    """The mission that a component or measure belongs to: ``M1``."""
    return code[:2]
