"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading, and the second models besides to 32 pairs of reports of different events, which
have none. The figures they multiply are explained in `features.py` and `standing.py`; "" is the
intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.78,
    "words": 15.538,
    "content": 16.878,
    "letters": 15.622,
    "meant": 20.651,
    "ratio": 0.185,
    "quoted": 0.91,
    "quotes": -2.093,
    "numbers": -0.929,
    "length": -0.384,
    "late": -1.168,
    "top": 3.151,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -3.183,
    "words": 7.457,
    "content": 22.534,
    "letters": 13.053,
    "meant": 18.309,
    "ratio": 0.816,
    "quoted": 0.536,
    "quotes": -0.636,
    "numbers": -0.319,
    "length": -0.319,
    "late": -0.379,
    "top": 3.461,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

GLANCE = {
    "": -3.018,
    "words": 8.16,
    "content": 23.295,
    "letters": 14.042,
    "meant": 18.718,
    "length": -0.311,
    "late": -0.395,
    "top": 3.375,
}
"""FIRST_RELATED, told from the figures that tell most: least squares over the pairs seen at a glance."""

SAME = {
    "": 1.393,
    "first_same": 0.615,
    "first_related": -0.158,
    "near": 0.94,
    "chain": -0.479,
    "share": 0.502,
    "rivals": 0.286,
    "alike": -0.372,
    "strange": 4.534,
    "late": 0.736,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 0.978,
    "first_same": 0.254,
    "first_related": 0.304,
    "near": 0.966,
    "chain": -0.333,
    "share": 0.289,
    "rivals": 0.014,
    "alike": -0.617,
    "strange": 7.637,
    "late": 1.225,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.926
SCORE_OFFSET = 0.519
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.3
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.35
(32 pairs, cross-validated)."""

THRESHOLD = 28.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is best there, and flat from 26 to 32 (32 pairs, cross-validated)."""
