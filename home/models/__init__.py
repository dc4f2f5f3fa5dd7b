from .contact import ContactPage
from .glossary import GlossaryPage
from .home import HomePage, HomePick
from .standard import StandardPage

__all__ = ["ContactPage", "GlossaryPage", "HomePage", "HomePick", "StandardPage"]
