"""Cues to timestamps: lines with nothing but a date or a time."""

from __future__ import annotations

import re
from functools import cache

from tui.sources.lazy_pattern import has_any, lazy_pattern
from tui.sources.publication_date import without_day

MAX_LENGTH = 100

_STAMP = lazy_pattern(
    r"(?:(?:(?:last |first |originally )?(?:latest update|updated|published|posted|modified|created|aired)"
    r"(?: on| at)?)|date|update|stand|erstellt|veröffentlicht|veröffentlichung|aktualisiert"
    r"|letzte (?:änderung"
    r"|aktualisierung)|zuletzt (?:bearbeitet|aktualisiert|geändert)|data|datum|fecha|créé"
    r"|publicado|actualizado|publié|mis à jour"
    r"|pubblicato|opublikowano|aktualizacja|publicerad|uppdaterad|publisert|oppdatert|(?:sist )?publiceret"
    r"|opdateret"
    r"|julkaistu|päivitetty|yayınlanma|güncelleme|megjelent|frissítve|publicat|actualizat|опубликовано"
    r"|обновлено"
    r"|опубліковано|оновлено|δημοσίευση|ενημέρωση|פורסם|עודכן|نشر|تحديث|기사입력|입력|수정|등록)\b\s*[:"
    r"|–—-]?\s*"
)
_SHORTENED = """
    mon monday tue tues tuesday wed wednes wednesday thu thurs thursday fri friday sat satur saturday sun
    sunday jan january feb february mar march apr april jun june jul july aug august sep sept september oct
    october nov november dec december okt dez mär ene abr dic gen giu lug set ott fév avr juil août déc kl г
    """
"""Words of a time that may have a stop."""
_WORDS = """
    a.m. a.m am. am p.m. p.m pm. pm may at on of the and · | • , / – — - est edt et csst cst cdst cdt cest
    cet ct mst mdt mt pst pdt pt gmt utc bst ist amt msk jst kst hkt sgt aest aedt nzst nzdt wat eat sast
    pkt eet eest brt trt z local time ago hours hour hrs hr minutes minute mins min days day weeks week
    months month years year seconds second secs sec read today yesterday just now updated published posted
    modified last first actualizado publicado publié actualisé aktualisiert veröffentlicht uhr um vom den de
    del le à às a las alle ore dnia r. godz. jänner mo. di. mi. do. fr. sa. so. montag dienstag donnerstag
    freitag samstag sonntag mittwoch sonnabend januar februar märz mai juni juli oktober dezember enero
    febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro
    março maio junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio
    settembre ottobre dicembre januari februari maart mei augustus janvier février mars avril juin juillet
    septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado domingo lundi mardi
    mercredi jeudi vendredi samedi dimanche segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia klo
    saat ora hodin года року в о у יום בשעה น. เวลา วันที่ m wib wita wit ساعة م ص مساء صباحا понедельник
    вторник среда среду четверг пятница пятницу суббота субботу воскресенье senin selasa rabu kamis jumat
    sabtu minggu måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    公開 更新 配信 発表
    掲載 发布 时间 入力 입력 수정 등록 승인 오전 오후
    """
_NUMBER = lazy_pattern(
    r"(?:\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ap]\.?m\.?|hrs?\.?|h\.?)?|\d{1,2}[ap]\.?m\.?"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}-\d\d-\d\dt[\d:.+-]+z?|\d{1,2}[h.]\d{0,2}h?"
    r"|\d{4}年(?:\d{1,2}月\d{1,2}日)?|\d{1,2}[月日시分분]|\d{1,2}[時时](?:\d{1,2}分)?)"
)
_TIME_CUE = lazy_pattern(
    r"\d{1,2}:\d\d|\d[-/.]\d{1,2}[-/.]\d|\d ?[ap]\.?m\b"
    r"|\b(?:ago|read|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|jän|mär|ene|abr|dic|gen"
    r"|giu|lug|set|ott|fév|avr"
    r"|juin|août|déc|uhr|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)|\d日"
)
"""Cues, one of which a line without "Updated:" needs to be a time."""
_READING = lazy_pattern(
    r"(?:lese(?:dauer|zeit)|temps de lecture|tiempo de lectura|tempo d[ie] (?:lettura|leitura)|czas czytania"
    r"|leestijd|reading time|ten (?:tekst|artykuł) przeczytasz)\b(?:[^.!?]|\.$){2,40}"
    r"|(?:ca\. |etwa )?\d{1,2} min(?:\.|uten)? (?:lese(?:dauer|zeit)|de lecture|de lectura|di lettura"
    r"|de leitura|leestijd)"
)
"""How long the article takes to read."""
_READING_CUES = ("lese", "lect", "lett", "leit", "leest", "czyta", "reading time")
_PREPOSITIONS = (["on"], ["at"], ["am"], ["le"], ["el"], ["em"])
_PLAYER = lazy_pattern(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*\d{1,2}:\d{2}(?::\d{2})?)?")


@cache
def _words() -> frozenset[str]:
    """The words of a time: a pattern of them takes 6 ms to compile."""
    shortened = _SHORTENED.split()
    return frozenset((*_WORDS.split(), *shortened, *(f"{word}." for word in shortened)))


def _is_word(text: str) -> bool:
    bare = text.lower().removesuffix(":")
    return bare in _words() or bool(_NUMBER.fullmatch(bare))


def is_timestamp(text: str) -> bool:
    """Whether it is just a date or time, or like "Updated: ...", "3 min read", or a player's "0:00"."""
    text = text.strip(" ()[]|•·-–")
    if not text or len(text) > MAX_LENGTH:
        return False
    lower = text.lower()
    if has_any(lower, _READING_CUES) and _READING.fullmatch(lower):
        return True
    stamp = _STAMP.match(lower)
    if not stamp and not any(map(str.isdigit, text)):
        return False
    rest = text[stamp.end() :] if stamp else text
    return _is_time(rest, bool(stamp or _PLAYER.fullmatch(text))) or (
        (undated := without_day(rest)) != rest and _is_time(undated, True, True)
    )


def _is_time(text: str, announced: bool, dated: bool = False) -> bool:
    """Whether a text is nothing but words of a time and has a cue to one, or is announced as one."""
    words = [word for word in re.split(r"[\s,()\[\]]+", text) if word not in ("", ".")]
    if not words or words in _PREPOSITIONS:
        return announced
    has_digit = any(char.isdigit() for char in text)
    if not (dated or (has_digit and (announced or _TIME_CUE.search(text.lower())))):
        return False
    return all(map(_is_word, words))
