"""What stands on a page beside the article, and how each part is known; `locate` puts it together."""
