from .glossary import GlossaryPage
from .home import HomePage, HomePick
from .standard import StandardPage

__all__ = ["GlossaryPage", "HomePage", "HomePick", "StandardPage"]
