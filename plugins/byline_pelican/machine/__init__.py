"""What the site tells machines about its articles and their terms: one pure module a vocabulary.

    claims    whose copyright, since when: what the notices say, and nothing else
    terms     the distinct terms of an edition, and the address of each
    signals   what machines may do with an article, by its words and by the settings
    graph     schema.org, as JSON-LD
    head      everything else in the head of an article's page
    odrl      an offer a terms page
    rsl, robots, tdm   rsl.xml, robots.txt, tdmrep.json

To speak another vocabulary, write a module that makes pages or files, and name its maker in `outputs.py`.
"""
