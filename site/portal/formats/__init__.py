"""How days, hours and moments are written, in Django's way: fields show the first form, and take them all.

Day, month, year in every language: who writes English for this site writes in Italy, and a day that changes
its meaning with the language of the admin would be read wrongly. Four digits for the year, or none could tell
01-02-03. Django adds yyyy-mm-dd by itself; a day alone is a moment at midnight.
"""

DAY_INPUT_FORMATS = ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"]
HOUR_INPUT_FORMATS = ["%H:%M", "%H.%M", "%H,%M", "%H:%M:%S", "%H"]
MOMENTS = [f"{day} {hour}" for day in DAY_INPUT_FORMATS for hour in HOUR_INPUT_FORMATS] + DAY_INPUT_FORMATS
MONDAY = 1
