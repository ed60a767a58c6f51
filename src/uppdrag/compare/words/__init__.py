"""Two lines in; the stretches in which their words differ, and both as one with marks, out."""
