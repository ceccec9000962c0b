"""The republish kit: a page for each article with all that a republisher needs, ready to paste.

Pure. What a kit holds is decided in `kit.py`, from what the words lend to everybody; the other
modules each make one part of it: `pictures` (which may go along, told by `credits`), `markdown`,
`texts` (the four forms), `notice` (the mail to the author), `manifest` (`kit.json`), `page`.
To add a form, add a row to `texts.FORMS`.
"""
