"""Mail beside Byline's own articles: what a message must be, a proof of it, pictures of it."""
