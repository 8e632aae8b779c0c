"""Choose the pieces that stay in the encoder's tokenizer: those that the words of 42 languages use."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import sentencepiece
import wordfreq
from encoder_source import Source
from sentencepiece import sentencepiece_model_pb2

LOST = {
    "en": 0.0005,
    "ru": 0.004,
    **dict.fromkeys("ar de es fr it ja pt zh".split(), 0.015),
    **dict.fromkeys("bg cs da el fa fi he hi hu id ko nb nl pl ro sv tr uk vi".split(), 0.08),
    **dict.fromkeys("bn ca fil is lt lv mk ms sh sk sl ta ur".split(), 0.25),
}
"""Share of a language's pieces, weighed by use, that its own list of words may lose. It loses less in the
end, since languages share pieces. Set for a file of 45 MB; Russian by what its news sentences lose."""
LEAST_FREQUENCY = 1e-7
"""Of a word. Names in the news are rare in books and subtitles."""
TITLE, UPPER, QUOTED = 0.3, 0.02, 0.1
"""Weights of a word with a capital letter, in capital letters, and after a quotation mark: the lists are in
small letters. A rough guess; German words have the same weight with a capital letter."""
COMMON_RANK = 40_000
"""Latin and Cyrillic pieces up to this rank stay in any case: mixed case such as "McC", and names."""
SCRIPTS = """LATIN CYRILLIC CJK ARABIC GREEK HEBREW HANGUL HIRAGANA KATAKANA DEVANAGARI THAI BENGALI TAMIL
GEORGIAN ARMENIAN""".split()
"""Scripts whose single characters stay."""
SPECIAL = 4
"""<s>, <pad>, </s> and <unk> come first."""
MARKER = "\u2581"


def library_tokenizer(source: Source, stay: Sequence[int]) -> sentencepiece.SentencePieceProcessor:
    """The tokenizer with those pieces, in the library that made it."""
    sample = io.BytesIO()
    # The rules of normalisation are part of the library; a tiny model is made to get at them.
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c d e f g"] * 9),
        model_writer=sample,
        vocab_size=12,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    model = sentencepiece_model_pb2.ModelProto.FromString(sample.getvalue())
    del model.pieces[:]
    kinds = sentencepiece_model_pb2.ModelProto.SentencePiece
    for index in stay:
        piece, score = source.pieces[index], source.scores[index]
        kind = kinds.NORMAL if index >= SPECIAL and piece != "<mask>" else kinds.CONTROL
        model.pieces.add(
            piece=piece, score=float(score), type=kinds.UNKNOWN if index == source.unknown else kind
        )
    model.trainer_spec.vocab_size = len(stay)
    for name in ("unk", "bos", "eos", "pad"):
        index = {"unk": source.unknown, "bos": source.first, "eos": source.last, "pad": source.padding}[name]
        setattr(model.trainer_spec, f"{name}_id", index)
        setattr(model.trainer_spec, f"{name}_piece", source.pieces[index])
    return sentencepiece.SentencePieceProcessor(model_proto=model.SerializeToString())


def choose(source: Source, tokenizer: sentencepiece.SentencePieceProcessor) -> np.ndarray:
    """Indices of the pieces that stay, in their order."""
    stay = np.zeros(len(source.pieces), bool)
    for index, piece in enumerate(source.pieces):
        stay[index] = index < SPECIAL or (piece != "<mask>" and _stays_anyway(index, piece))
    for language, lost in LOST.items():
        use = _use(language, tokenizer, len(stay))
        order = np.argsort(-use, kind="stable")
        stay[order[: np.searchsorted(np.cumsum(use[order]), 1 - lost) + 1]] = True
    return np.flatnonzero(stay)


def _stays_anyway(index: int, piece: str) -> bool:
    letters = [character for character in piece if unicodedata.category(character)[0] in "LM"]
    if not letters:
        return True  # punctuation, digits, emoji
    script = next(iter(re.split(r"[ -]", unicodedata.name(letters[0], "?"))))
    if script == "CJK" or "ß" in piece:
        # Chinese has no spaces, so that pieces go across the words of the list; the lists write ss for ß.
        return True
    if len(piece.removeprefix(MARKER)) == 1:
        return script in SCRIPTS
    return index < COMMON_RANK and script in ("LATIN", "CYRILLIC")


def _use(language: str, tokenizer: sentencepiece.SentencePieceProcessor, count: int) -> np.ndarray:
    """How often the words of a language use each piece; the sum is 1."""
    frequencies = wordfreq.get_frequency_dict(language, wordlist="best")
    forms = [form for word in frequencies.items() for form in _forms(language, *word)]
    use = np.zeros(count)
    for pieces, (_, weight) in zip(tokenizer.encode([form for form, _ in forms]), forms, strict=True):
        use[pieces] += weight
    share: np.ndarray = use / use.sum()
    return share


def _forms(language: str, word: str, frequency: float) -> Iterator[tuple[str, float]]:
    """A word as it stands in texts, with weights."""
    if frequency < LEAST_FREQUENCY:
        return
    forms = {word: 1.0}
    forms.setdefault(word[0].upper() + word[1:], 1.0 if language == "de" else TITLE)
    forms.setdefault(word.upper(), UPPER)
    for form, weight in forms.items():
        yield form, frequency * weight
        yield "“" + form, frequency * weight * QUOTED


def broken(
    texts: Iterable[str], tokenizer: sentencepiece.SentencePieceProcessor, stay: np.ndarray
) -> tuple[int, int, int, int]:
    """Count the words of the texts, those that lose a piece, the pieces, and those that are lost."""
    words = tokenizer.encode([word for text in texts for word in text.split()])
    staying = {*stay.tolist()}
    lost = [sum(piece not in staying for piece in pieces) for pieces in words]
    return len(words), sum(map(bool, lost)), sum(map(len, words)), sum(lost)
