"""The feeds: what editors and readers pull, each item with what may be done with it.

catalogue.py  which feeds there are, and what belongs into each
listed.py     those of categories, tags and authors
order.py      what any feed may tell, and in which order
feed.py       a feed, before anything is written of it
item.py       one item, as every format tells it
article.py    an article as an item
record.py     what JSON Feed has no word for
changes.py    corrections and withdrawals, as members of a feed of their own, and as items
shelf.py      each item made once, however many feeds hold it
extension.py  what feedgen lacks, as its one extension
xml.py        RSS 2.0 and Atom, by feedgen
jsonfeed.py   JSON Feed 1.1
opml.py       the list of all feeds
archives.py   what a feed has no room for, RFC 5005
files.py      all of it as files
pages.py      the same for people; discovery.py: what pages announce; titles.py: what people call it
audit.py      and read back before it is published
websub.py     telling a hub what has changed
"""
