"""What is said and offered on the way to approval. The mails are Wagtail's, with our texts in
``templates/wagtailadmin/notifications``."""
