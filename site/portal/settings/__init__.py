"""Settings by kind of machine. Secrets may lie in files: they are read before anything asks for one."""

from portal.environment import read_secret_files

read_secret_files()
