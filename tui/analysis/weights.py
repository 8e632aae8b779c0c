"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading, and the second models besides to 32 pairs of reports of different events, which
have none. The figures they multiply are explained in `features.py` and `standing.py`; "" is the
intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.862,
    "words": 10.913,
    "content": 10.495,
    "plain": 13.369,
    "letters": 18.551,
    "meant": 20.684,
    "ratio": 1.086,
    "covered": -2.291,
    "run": 0.276,
    "quoted": 0.601,
    "quotes": -1.999,
    "length": -0.428,
    "numbers": -1.125,
    "late": -1.124,
    "top": 3.634,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -3.245,
    "words": 5.732,
    "content": 18.628,
    "plain": 2.229,
    "letters": 14.437,
    "meant": 18.125,
    "ratio": 0.948,
    "covered": 0.773,
    "run": 0.104,
    "quoted": 0.51,
    "quotes": -0.681,
    "length": -0.299,
    "numbers": -0.34,
    "late": -0.394,
    "top": 3.486,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

GLANCE = {
    "": -3.036,
    "content": 24.72,
    "letters": 19.696,
    "meant": 18.233,
    "length": -0.276,
    "late": -0.434,
    "top": 3.251,
}
"""FIRST_RELATED, told from the figures that tell most: least squares over the pairs seen at a glance."""

SAME = {
    "": 1.38,
    "first_same": 0.685,
    "first_related": -0.22,
    "near": 0.981,
    "chain": -0.485,
    "lead": 2.546,
    "share": 0.417,
    "rivals": 0.35,
    "alike": -0.256,
    "strange": 4.008,
    "late": 0.775,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 0.807,
    "first_same": 0.199,
    "first_related": 0.426,
    "near": 0.965,
    "chain": -0.354,
    "lead": 2.064,
    "share": 0.192,
    "rivals": -0.011,
    "alike": -0.497,
    "strange": 6.744,
    "late": 1.152,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.918
SCORE_OFFSET = 0.505
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.3
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.35
(32 pairs, cross-validated)."""

THRESHOLD = 28.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is best there, and flat from 26 to 32 (32 pairs, cross-validated)."""
