"""The contact form: its fields, its form, its limits, how long entries are kept."""
