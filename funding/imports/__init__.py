"""Import of calls from open data: read a file, compare it with what was imported before, bring it in.

``readers`` turn a source's file into ``CallRecord``s (no database), ``plan`` compares them with the sheets,
``apply`` writes. The command and the admin use the same three steps through ``run``.
"""
