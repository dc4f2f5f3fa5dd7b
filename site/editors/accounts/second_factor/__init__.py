"""The second factor: codes that an application on the telephone shows, and recovery codes."""
