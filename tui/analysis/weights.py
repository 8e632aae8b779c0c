"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 74 pairs of news reports of one event by different outlets, linked by careful reading.
The second models were also fitted to 74 pairs of reports of different events, which have no links.
The features are described in `features.py` and `context.py`; "" is the intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.434,
    "stem_overlap": 17.91,
    "content_overlap": 18.853,
    "ngram_overlap": 12.314,
    "synonym_overlap": 21.949,
    "token_sort_ratio": -1.006,
    "shared_quotation": 0.928,
    "quotation_share": -1.864,
    "number_conflict": 0.173,
    "length": -0.368,
    "position": -1.125,
    "lead": 2.719,
}
"""First model: the pair makes the same statement, judged by itself."""

FIRST_RELATED = {
    "": -3.125,
    "stem_overlap": 10.566,
    "content_overlap": 21.085,
    "ngram_overlap": 12.568,
    "synonym_overlap": 18.267,
    "token_sort_ratio": -0.644,
    "shared_quotation": 0.347,
    "quotation_share": -0.079,
    "number_conflict": -0.056,
    "length": -0.209,
    "position": -0.459,
    "lead": 3.204,
}
"""First model: the pair makes the same statement or treats the same specific sub-topic, judged by itself."""

QUICK_RELATED = {
    "": -3.189,
    "stem_overlap": 12.144,
    "content_overlap": 20.637,
    "ngram_overlap": 11.888,
    "synonym_overlap": 18.269,
    "length": -0.248,
    "position": -0.468,
    "lead": 3.159,
}
"""FIRST_RELATED from the quick features alone: least squares over the candidate pairs."""

SAME = {
    "": 1.621,
    "first_same": 0.755,
    "first_related": -0.338,
    "neighbours": 0.849,
    "sequence": -0.246,
    "share": 0.534,
    "rivals": 0.351,
    "article_similarity": -0.111,
    "similarity_shortfall": 7.252,
    "position": 0.814,
}
"""Second model: the pair makes the same statement, judged with its context."""

RELATED = {
    "": 0.935,
    "first_same": 0.102,
    "first_related": 0.44,
    "neighbours": 0.971,
    "sequence": -0.233,
    "share": 0.298,
    "rivals": 0.056,
    "article_similarity": -0.293,
    "similarity_shortfall": 10.443,
    "position": 1.17,
}
"""Second model: the same statement or sub-topic, judged with its context."""

WORDS_LINK = {
    "": 0.096,
    "words_same": 0.05,
    "words_related": 0.931,
}
"""The chance of a link of either kind, without an encoder."""

WORDS_SAME = {
    "": 0.094,
    "words_same": 1.046,
    "words_related": -0.062,
}
"""The chance of the same statement, without an encoder."""

MEANING_LINK = {
    "": -5.997,
    "words_same": -0.379,
    "words_related": 0.909,
    "shared_quotation": -0.043,
    "quotation_share": -0.726,
    "number_conflict": -0.239,
    "position": -0.648,
    "lead": -0.54,
    "shorter": -0.198,
    "longer": 0.504,
    "coverage_least": 1.994,
    "coverage_most": 5.402,
    "preference_least": 2.833,
    "preference_most": 5.502,
    "surroundings": 5.946,
}
"""The chance of a link of either kind, with an encoder."""

MEANING_SAME = {
    "": -6.619,
    "words_same": 0.548,
    "words_related": -0.062,
    "shared_quotation": 0.195,
    "quotation_share": -1.561,
    "number_conflict": -0.115,
    "position": -0.637,
    "lead": 0.204,
    "shorter": -0.056,
    "longer": 0.658,
    "coverage_least": -1.849,
    "coverage_most": 9.241,
    "preference_least": 2.571,
    "preference_most": 2.572,
    "surroundings": 3.693,
}
"""The chance of the same statement, with an encoder."""

ACROSS_LINK = {
    "": -6.55,
    "shared_numbers": -0.194,
    "number_conflict": -2.079,
    "position": -1.62,
    "shorter": -0.032,
    "longer": 0.111,
    "coverage_least": -6.246,
    "coverage_most": 7.027,
    "preference_least": 114.369,
    "preference_most": 12.503,
    "surroundings": 12.6,
}
"""The chance of a link of either kind between two languages."""

ACROSS_SAME = {
    "": -9.463,
    "shared_numbers": 0.709,
    "number_conflict": -4.202,
    "position": -3.408,
    "shorter": 0.34,
    "longer": 0.42,
    "coverage_least": -7.405,
    "coverage_most": 14.76,
    "preference_least": 60.967,
    "preference_most": 13.277,
    "surroundings": 7.076,
}
"""The chance of the same statement in two languages."""
