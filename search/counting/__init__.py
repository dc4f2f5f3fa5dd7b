"""What is searched for and what finds nothing, counted by day and words, without anything about people.

A search is marked with what to count (``requests``), which is written after the answer has been sent
(``store``). Words that could be somebody's are not kept at all (``words``).
"""
