"""Cards: the images that stand for a page where it is linked to, in social media and messages."""
