"""What explains the site to its editors, inside the admin: the pattern library, the handbook, the checker."""
