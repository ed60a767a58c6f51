"""Changes in; Swedish words, a summary and a table that tell them out, for every output alike."""
