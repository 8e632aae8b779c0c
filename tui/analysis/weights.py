"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading, and the second models besides to 32 pairs of reports of different events, which
have none. The figures they multiply are explained in `features.py` and `standing.py`; "" is the
intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.932,
    "words": 17.46,
    "content": 17.013,
    "letters": 13.199,
    "meant": 20.901,
    "ratio": 0.381,
    "quoted": 0.917,
    "quotes": -2.108,
    "numbers": -0.937,
    "length": -0.344,
    "late": -1.175,
    "top": 3.114,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -3.288,
    "words": 8.39,
    "content": 22.129,
    "letters": 12.449,
    "meant": 18.512,
    "ratio": 0.9,
    "quoted": 0.534,
    "quotes": -0.622,
    "numbers": -0.321,
    "length": -0.287,
    "late": -0.387,
    "top": 3.402,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

QUICK_RELATED = {
    "": -3.106,
    "words": 9.19,
    "content": 22.917,
    "letters": 13.414,
    "meant": 18.936,
    "length": -0.275,
    "late": -0.405,
    "top": 3.307,
}
"""FIRST_RELATED, told from the figures that tell most: least squares over the pairs seen at a glance."""

SAME = {
    "": 1.362,
    "first_same": 0.598,
    "first_related": -0.141,
    "near": 0.954,
    "chain": -0.477,
    "share": 0.496,
    "rivals": 0.293,
    "alike": -0.356,
    "strange": 4.698,
    "late": 0.716,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 0.964,
    "first_same": 0.241,
    "first_related": 0.316,
    "near": 0.965,
    "chain": -0.34,
    "share": 0.289,
    "rivals": 0.023,
    "alike": -0.589,
    "strange": 7.758,
    "late": 1.227,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.925
SCORE_OFFSET = 0.515
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.3
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.35
(32 pairs, cross-validated)."""

THRESHOLD = 28.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is best there, and flat from 26 to 32 (32 pairs, cross-validated)."""
