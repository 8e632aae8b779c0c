"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, linked by careful reading.
The second models were also fitted to 32 pairs of reports of different events, which have no links.
The features are described in `features.py` and `context.py`; "" is the intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.932,
    "stem_overlap": 17.46,
    "content_overlap": 17.013,
    "ngram_overlap": 13.199,
    "synonym_overlap": 20.901,
    "token_sort_ratio": 0.381,
    "shared_quotation": 0.917,
    "quotation_share": -2.108,
    "number_conflict": -0.937,
    "length": -0.344,
    "position": -1.175,
    "lead": 3.114,
}
"""First model: the pair makes the same statement, judged by itself."""

FIRST_RELATED = {
    "": -3.288,
    "stem_overlap": 8.39,
    "content_overlap": 22.129,
    "ngram_overlap": 12.449,
    "synonym_overlap": 18.512,
    "token_sort_ratio": 0.9,
    "shared_quotation": 0.534,
    "quotation_share": -0.622,
    "number_conflict": -0.321,
    "length": -0.287,
    "position": -0.387,
    "lead": 3.402,
}
"""First model: the pair makes the same statement or treats the same specific sub-topic, judged by itself."""

QUICK_RELATED = {
    "": -3.106,
    "stem_overlap": 9.19,
    "content_overlap": 22.917,
    "ngram_overlap": 13.414,
    "synonym_overlap": 18.936,
    "length": -0.275,
    "position": -0.405,
    "lead": 3.307,
}
"""FIRST_RELATED from the quick features alone: least squares over the candidate pairs."""

SAME = {
    "": 1.362,
    "first_same": 0.598,
    "first_related": -0.141,
    "neighbours": 0.954,
    "sequence": -0.477,
    "share": 0.496,
    "rivals": 0.293,
    "article_similarity": -0.356,
    "similarity_shortfall": 4.698,
    "position": 0.716,
}
"""Second model: the pair makes the same statement, judged with its context."""

RELATED = {
    "": 0.964,
    "first_same": 0.241,
    "first_related": 0.316,
    "neighbours": 0.965,
    "sequence": -0.34,
    "share": 0.289,
    "rivals": 0.023,
    "article_similarity": -0.589,
    "similarity_shortfall": 7.758,
    "position": 1.227,
}
"""Second model: the same statement or sub-topic, judged with its context."""

SCORE_SLOPE = 0.925
SCORE_OFFSET = 0.515
"""The score is the probability of a link of either kind, from the mean of SAME and RELATED: the first ranks
statements better, the second sub-topics."""

SAME_FROM = 0.3
"""Probability of the same statement from which a link has the relation SAME. F1 hardly changes from 0.2 to
0.35 (32 pairs, cross-validated)."""
