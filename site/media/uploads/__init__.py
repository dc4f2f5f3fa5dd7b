"""What editors may upload: looked at by content, not by name, and cleaned of what nobody should see."""
