"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading, and the second models besides to 32 pairs of reports of different events, which
have none. The figures they multiply are explained in `features.py` and `standing.py`; "" is the
intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.267,
    "words": 11.668,
    "content": 11.316,
    "plain": 13.094,
    "letters": 16.117,
    "ratio": 0.95,
    "covered": -3.466,
    "run": 0.248,
    "quoted": 0.636,
    "quotes": -2.405,
    "length": -0.434,
    "numbers": -1.47,
    "late": -1.007,
    "top": 3.648,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -2.643,
    "words": 6.521,
    "content": 14.667,
    "plain": 2.184,
    "letters": 14.639,
    "ratio": -0.354,
    "covered": 1.423,
    "run": 0.114,
    "quoted": 0.503,
    "quotes": -0.844,
    "length": -0.246,
    "numbers": -0.524,
    "late": -0.353,
    "top": 3.546,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

SAME = {
    "": 1.431,
    "first_same": 0.615,
    "first_related": -0.132,
    "near": 0.9,
    "chain": -0.371,
    "lead": 2.119,
    "share": 0.471,
    "rivals": 0.461,
    "alike": -0.228,
    "strange": 4.939,
    "late": 0.67,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 1.263,
    "first_same": 0.244,
    "first_related": 0.293,
    "near": 0.907,
    "chain": -0.28,
    "lead": 1.558,
    "share": 0.295,
    "rivals": 0.003,
    "alike": -0.31,
    "strange": 8.164,
    "late": 0.935,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.916
SCORE_OFFSET = 0.487
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.35
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.4
(32 pairs, cross-validated)."""

THRESHOLD = 30.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is flat from 26 to 32 (32 pairs, cross-validated)."""
