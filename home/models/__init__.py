from .home import HomePage, HomePick
from .standard import StandardPage

__all__ = ["HomePage", "HomePick", "StandardPage"]
