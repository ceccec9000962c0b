"""How permissions are written: letters, clauses, wordings, and what each clause does.

`byline.rights.terms` is the way in. Knowledge is in tables of `wording.row`; code only walks them.
"""
