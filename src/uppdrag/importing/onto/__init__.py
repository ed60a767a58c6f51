"""A mandate and a Word file made of it, edited since, in; the mandate with those edits out."""
