"""The search, for the pages of the home layer."""
