"""An application that adds a kind of page, as a developer would, and nothing to any other application."""
