"""What an editor may want to mend before publishing. It warns and never blocks.

``reading`` turns a page into plain data, ``rules`` (no Django) finds what is doubtful in it, ``wording`` says
so in words with what to do, ``panel`` shows it beside the page's form.
"""
