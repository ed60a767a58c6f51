"""A document tree in; how long its sentences and words are, section by section, out.

Counted as LIX counts (Björnsson 1968): figures, no judgement. The share of passives is left out on
purpose: without a grammar a passive verb (”beslutas”) cannot be told from a deponent one (”finns”),
a reciprocal one (”träffas”) or a genitive (”rådets”).
"""
