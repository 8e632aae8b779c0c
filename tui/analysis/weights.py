"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading, and the second models besides to 32 pairs of reports of different events, which
have none. The figures they multiply are explained in `features.py` and `standing.py`; "" is the
intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.785,
    "words": 14.45,
    "content": 14.183,
    "plain": 12.912,
    "letters": 14.069,
    "meant": 21.819,
    "ratio": 0.824,
    "covered": -2.761,
    "run": 0.21,
    "quoted": 0.649,
    "quotes": -2.085,
    "length": -0.449,
    "numbers": -1.038,
    "late": -1.072,
    "top": 3.703,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -3.182,
    "words": 7.887,
    "content": 20.949,
    "plain": 2.097,
    "letters": 11.836,
    "meant": 18.588,
    "ratio": 0.804,
    "covered": 0.368,
    "run": 0.053,
    "quoted": 0.521,
    "quotes": -0.671,
    "length": -0.316,
    "numbers": -0.316,
    "late": -0.376,
    "top": 3.488,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

GLANCE = {
    "": -3.035,
    "content": 27.02,
    "letters": 18.329,
    "meant": 18.919,
    "length": -0.304,
    "late": -0.397,
    "top": 3.278,
}
"""FIRST_RELATED, told from the figures that tell most: least squares over the pairs seen at a glance."""

SAME = {
    "": 1.501,
    "first_same": 0.71,
    "first_related": -0.261,
    "near": 1.031,
    "chain": -0.553,
    "lead": 2.621,
    "share": 0.431,
    "rivals": 0.305,
    "alike": -0.311,
    "strange": 3.894,
    "late": 0.715,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 0.827,
    "first_same": 0.167,
    "first_related": 0.449,
    "near": 0.996,
    "chain": -0.362,
    "lead": 1.975,
    "share": 0.208,
    "rivals": -0.008,
    "alike": -0.568,
    "strange": 6.914,
    "late": 1.151,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.925
SCORE_OFFSET = 0.513
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.3
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.35
(32 pairs, cross-validated)."""

THRESHOLD = 28.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is best there, and flat from 26 to 32 (32 pairs, cross-validated)."""
