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
    "": 1.619,
    "first_same": 0.754,
    "first_related": -0.337,
    "neighbours": 0.85,
    "sequence": -0.247,
    "share": 0.533,
    "rivals": 0.35,
    "article_similarity": -0.109,
    "similarity_shortfall": 7.318,
    "position": 0.818,
}
"""Second model: the pair makes the same statement, judged with its context."""

RELATED = {
    "": 0.932,
    "first_same": 0.101,
    "first_related": 0.441,
    "neighbours": 0.972,
    "sequence": -0.233,
    "share": 0.298,
    "rivals": 0.055,
    "article_similarity": -0.29,
    "similarity_shortfall": 10.575,
    "position": 1.175,
}
"""Second model: the same statement or sub-topic, judged with its context."""

WORDS_LINK = {
    "": 0.098,
    "words_same": 0.052,
    "words_related": 0.929,
}
"""The chance of a link of either kind, without an encoder."""

WORDS_SAME = {
    "": 0.092,
    "words_same": 1.048,
    "words_related": -0.062,
}
"""The chance of the same statement, without an encoder."""

MEANING_LINK = {
    "": -6.046,
    "words_same": -0.389,
    "words_related": 0.904,
    "shared_quotation": -0.021,
    "quotation_share": -0.744,
    "number_conflict": -0.235,
    "position": -0.667,
    "lead": -0.562,
    "shorter": -0.198,
    "longer": 0.494,
    "coverage_least": 2.15,
    "coverage_most": 5.307,
    "preference_least": 2.493,
    "preference_most": 5.53,
    "surroundings": 5.943,
}
"""The chance of a link of either kind, with an encoder."""

MEANING_SAME = {
    "": -6.695,
    "words_same": 0.536,
    "words_related": -0.065,
    "shared_quotation": 0.215,
    "quotation_share": -1.584,
    "number_conflict": -0.107,
    "position": -0.655,
    "lead": 0.188,
    "shorter": -0.034,
    "longer": 0.632,
    "coverage_least": -1.898,
    "coverage_most": 9.295,
    "preference_least": 2.402,
    "preference_most": 2.614,
    "surroundings": 3.723,
}
"""The chance of the same statement, with an encoder."""

ACROSS_LINK = {
    "": -6.659,
    "shared_numbers": -0.187,
    "number_conflict": -2.047,
    "position": -1.62,
    "shorter": -0.055,
    "longer": 0.146,
    "coverage_least": -5.68,
    "coverage_most": 6.467,
    "preference_least": 110.229,
    "preference_most": 11.857,
    "surroundings": 12.055,
}
"""The chance of a link of either kind between two languages."""

ACROSS_SAME = {
    "": -9.67,
    "shared_numbers": 0.797,
    "number_conflict": -4.196,
    "position": -3.389,
    "shorter": -0.134,
    "longer": 0.885,
    "coverage_least": -8.976,
    "coverage_most": 14.864,
    "preference_least": 53.778,
    "preference_most": 9.637,
    "surroundings": 8.27,
    "margin_least": 3.314,
    "margin_most": -6.96,
    "middle_margin_least": -0.204,
    "middle_margin_most": 14.397,
}
"""The chance of the same statement in two languages."""
