"""Pictures that lie in the content folder: found, measured, and addressed so that every output shows them."""
