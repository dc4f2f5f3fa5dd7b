"""What is wrong in a form of the admin, field by field: ``mixin`` serves the views of pages and snippets,
``blocks`` names the input inside a block."""
