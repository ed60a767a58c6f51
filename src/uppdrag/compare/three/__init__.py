"""A document and what two made of it in; one comparison that says who did what out."""
