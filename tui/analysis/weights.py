"""The weights of the alignment, fitted by `benchmarks/fit_alignment.py`.

Fitted to 32 pairs of news reports of one event by different outlets, whose links were made by
careful reading, and the second models besides to 32 pairs of reports of different events, which
have none. The figures they multiply are explained in `features.py` and `standing.py`; "" is the
intercept. All give log-odds.
"""

FIRST_SAME = {
    "": -3.773,
    "words": 12.824,
    "content": 12.808,
    "plain": 13.035,
    "letters": 16.445,
    "meant": 21.528,
    "ratio": 0.637,
    "covered": -2.337,
    "run": 0.21,
    "quoted": 0.639,
    "quotes": -2.079,
    "length": -0.442,
    "numbers": -1.074,
    "late": -1.074,
    "top": 3.693,
}
"""A pair by itself: that both make the same statement."""

FIRST_RELATED = {
    "": -3.173,
    "words": 6.65,
    "content": 19.937,
    "plain": 2.153,
    "letters": 13.557,
    "meant": 18.356,
    "ratio": 0.684,
    "covered": 0.687,
    "run": 0.051,
    "quoted": 0.517,
    "quotes": -0.666,
    "length": -0.312,
    "numbers": -0.33,
    "late": -0.376,
    "top": 3.5,
}
"""A pair by itself: that both make the same statement or treat the same specific sub-topic."""

GLANCE = {
    "": -3.013,
    "content": 25.822,
    "letters": 19.451,
    "meant": 18.613,
    "length": -0.312,
    "late": -0.399,
    "top": 3.296,
}
"""FIRST_RELATED, told from the figures that tell most: least squares over the pairs seen at a glance."""

SAME = {
    "": 1.541,
    "first_same": 0.723,
    "first_related": -0.276,
    "near": 1.001,
    "chain": -0.517,
    "lead": 2.722,
    "share": 0.437,
    "rivals": 0.312,
    "alike": -0.301,
    "strange": 3.753,
    "late": 0.716,
}
"""A pair among its neighbours and rivals: the same statement."""

RELATED = {
    "": 0.862,
    "first_same": 0.193,
    "first_related": 0.415,
    "near": 0.986,
    "chain": -0.359,
    "lead": 2.038,
    "share": 0.213,
    "rivals": -0.001,
    "alike": -0.587,
    "strange": 6.388,
    "late": 1.168,
}
"""A pair among its neighbours and rivals: the same statement or sub-topic."""

SCORE_SLOPE = 0.922
SCORE_OFFSET = 0.513
"""The score is the chance of being a link of either kind, from the mean of SAME and RELATED: the
first ranks statements better, the second sub-topics."""

SAME_FROM = 0.3
"""Chance of the same statement from which a link is called so. F1 hardly changes from 0.2 to 0.35
(32 pairs, cross-validated)."""

THRESHOLD = 28.0
"""Score from which a link is shown unless the reader says otherwise. F1 of the links and of the
sentences without any is best there, and flat from 26 to 32 (32 pairs, cross-validated)."""
