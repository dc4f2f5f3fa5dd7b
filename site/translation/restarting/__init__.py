"""Starting a synchronised translation again, after it was written by hand."""
