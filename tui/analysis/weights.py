"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading. The figures they multiply are explained in `features.py` and `standing.py`;
"" is the intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.178,
    "words": 11.406,
    "content": 9.87,
    "plain": 12.894,
    "letters": 16.696,
    "covered": -2.195,
    "run": 0.25,
    "quoted": 0.628,
    "quotes": -2.444,
    "length": -0.383,
    "numbers": -1.444,
    "late": -1.0,
    "top": 3.626,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -2.676,
    "words": 6.681,
    "content": 15.379,
    "plain": 2.287,
    "letters": 14.346,
    "covered": 0.812,
    "run": 0.113,
    "quoted": 0.515,
    "quotes": -0.854,
    "length": -0.263,
    "numbers": -0.516,
    "late": -0.362,
    "top": 3.522,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

SAME = {
    "": 1.446,
    "first_same": 0.626,
    "first_related": -0.146,
    "near": 0.897,
    "chain": -0.372,
    "lead": 2.128,
    "share": 0.473,
    "rivals": 0.471,
    "alike": -0.221,
    "strange": 4.912,
    "late": 0.678,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 1.269,
    "first_same": 0.251,
    "first_related": 0.286,
    "near": 0.905,
    "chain": -0.278,
    "lead": 1.582,
    "share": 0.295,
    "rivals": 0.005,
    "alike": -0.302,
    "strange": 8.027,
    "late": 0.94,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.916
SCORE_OFFSET = 0.489
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.35
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.4
(32 pairs, cross-validated)."""

THRESHOLD = 30.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is flat from 26 to 32 (32 pairs, cross-validated)."""
