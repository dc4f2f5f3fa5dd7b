"""A translation that is gone on with by hand: stopping the synchronised one, and starting it again."""
