"""The ezine issue: what newsletters may print, as a mail that keeps every author's terms.

plan       what an editor asks for (an issue file), before anybody asked the terms
choosing   which articles an issue is about
asking     whether it may print one: the only place that asks `permit`
compose    plan, edition and ledger in; the issue out, with all that it may not print and why
issue      the nouns: an issue and its items
letters    to authors: requests where permission is needed first, notices where one is asked for
text html  the two parts of the mail; `body` is an article's among others, `illustrated` its pictures
markdown   the issue as Markdown
mail       the message; `headers` folds its fields
variants   the same for the tools that send
fitting    an issue cut to what mail programs show
printing   all forms of an issue, audited
report     what became of it
shown      the issues that the site shows; `pages` are their pages, `places` their addresses
desk       issue files and the ledger, read and written; `folder` writes an issue's files
"""
