"""Search without a server: an index made by Pagefind, and a page that asks it."""
