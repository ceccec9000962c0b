"""Reading statements, locating rights, permits and credit: everything that Byline exists for."""
