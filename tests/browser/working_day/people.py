"""The four people who work on the site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody of a role, who reads the admin in Italian."""

    login: str
    first_name: str
    last_name: str
    role: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


AUTHOR = Person("lia", "Lia", "Conti", "Author")
EXPERT = Person("bruno", "Bruno", "Sala", "Funding expert")
CHIEF = Person("carla", "Carla", "Neri", "Editor-in-chief")
TRANSLATOR = Person("dario", "Dario", "Rossi", "Translator")
PEOPLE = (AUTHOR, EXPERT, CHIEF, TRANSLATOR)
