"""What is searched for and which results are opened, counted by day and words, without anything about people.

A request only adds to numbers in memory (``tally``); a thread writes them now and then (``store``). Words
that could be somebody's are not kept at all (``words``).
"""
