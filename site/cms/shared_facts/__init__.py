"""What is the same in every language: days, amounts, codes, topics. Published on one version of a page or a
snippet, it follows at once on the others (see docs/decisions/0017-facts-follow-at-once.md).
"""
