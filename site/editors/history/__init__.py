"""Earlier versions of a page or a snippet: found, read and brought back."""
