"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading, and the second models besides to 32 pairs of reports of different events, which
have none. The figures they multiply are explained in `features.py` and `standing.py`; "" is the
intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.87,
    "words": 12.549,
    "content": 10.389,
    "plain": 13.283,
    "letters": 17.386,
    "meant": 20.699,
    "ratio": 1.121,
    "covered": -2.286,
    "run": 0.264,
    "quoted": 0.582,
    "quotes": -1.996,
    "length": -0.431,
    "numbers": -1.138,
    "late": -1.132,
    "top": 3.61,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -3.25,
    "words": 6.378,
    "content": 18.597,
    "plain": 2.212,
    "letters": 13.921,
    "meant": 18.131,
    "ratio": 0.943,
    "covered": 0.795,
    "run": 0.103,
    "quoted": 0.497,
    "quotes": -0.668,
    "length": -0.299,
    "numbers": -0.343,
    "late": -0.394,
    "top": 3.483,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

SAME = {
    "": 1.316,
    "first_same": 0.63,
    "first_related": -0.157,
    "near": 0.946,
    "chain": -0.459,
    "lead": 2.431,
    "share": 0.414,
    "rivals": 0.359,
    "alike": -0.265,
    "strange": 3.937,
    "late": 0.686,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 0.88,
    "first_same": 0.181,
    "first_related": 0.411,
    "near": 0.924,
    "chain": -0.331,
    "lead": 1.887,
    "share": 0.222,
    "rivals": 0.028,
    "alike": -0.443,
    "strange": 6.754,
    "late": 1.1,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.922
SCORE_OFFSET = 0.511
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.3
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.35
(32 pairs, cross-validated)."""

THRESHOLD = 28.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is best there, and flat from 26 to 32 (32 pairs, cross-validated)."""
