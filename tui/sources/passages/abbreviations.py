"""Words that tell whether a full stop ends a sentence: abbreviations, and beginnings of sentences.

English, and those of other languages that are no words in it, so that they hold for any text. Unicode's lists
(CLDR) are not in Babel, and have few of these.
"""

from __future__ import annotations

from tui.model.wording import MONTHS as MONTH_NAMES


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


TITLES = _words(
    "mr mrs ms messrs dr prof gen lt col maj capt cpt sgt cpl adm cmdr gov sen rep reps sens hon",
    "rev sr st ste mt ft pres supt insp det amb brig pvt mme mlle m cong atty asst",
    "sra srta dra dres dña abg ing dipl hr fr frl",
)
"""Abbreviations before a name; their stop never ends a sentence."""

MONTHS = frozenset({*MONTH_NAMES, "sept"} - {"may"})
NUMBERED = _words(
    "no nos vol vols fig figs pp p ch sec art par",
    "mind nr nrn abs kap bd str ziff rn ust lit jg poz pkt núm núms pág págs tel ok стр ст",
)
"""Abbreviations before a number (`No. 10`, `Feb. 25`); before a word they may end a sentence."""

CAN_END = _words(
    "etc usw usf u.a o.ä u.ä inc ltd co corp llc jr sr bros a.m p.m u.s u.k u.n e.u u.s.a",
    "u.s.s.r d.c ph.d m.d b.a m.a",
)
STATES = _words(
    "ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev",
    "okla ore pa penn tenn tex va vt wash wis wyo",
)
"""Of America, with a capital letter."""
GERMAN_WEEKDAYS = _words("mo di mi do fr sa so")
"""Before a day of the month."""
GERMAN_ENDINGS = _words("usw usf etc")
"""Abbreviations that a German noun hardly follows: the next capital letter begins a sentence."""
NEVER_END = _words(
    "vs v cf e.g i.e viz al approx est ca op ed eds trans dept univ assn mon tue tues wed thu thur",
    "thurs fri sat sun ave blvd rd sq hwy ext min max avg",
    "fa gl incl ebd bauj std verm vergl ges",
    "bezügl ehem stellv lhstv elektr allg vorauss urspr österr einschl ausschl insb insbes jährl gegr verh",
    "anm bzw bspw evtl ggf inkl exkl zzgl sog vgl rd ds mio mrd tsd hl geb gest hrsg verf abt dgl ee uu",
    "mdr mln mld tys ul al pl im прим ул пр просп пер им тыс млн млрд руб см др",
)
"""Neither kind ends a sentence before a capital letter, unless the next word is a starter."""

STARTERS = _words(
    "the a an he she it they we i you this that these those there his her its their our my your in",
    "on at but and or so if when while as after before since although though however meanwhile",
    "still yet for to by from with no not who what where why how mr mrs ms dr both some many most",
    "all one two another such then now here also even",
)
"""Words that begin sentences: with a capital letter they are rarely part of a name."""

ZONES = _words(
    "et est edt pt pst pdt ct cst cdt mt gmt utc bst cet",
    "eastern pacific central mountain local greenwich",
    "monday tuesday wednesday thursday friday saturday sunday",
)
"""Words that continue a sentence after `3 p.m.`"""

NAMES_WITH_STOP = frozenset({"yahoo!", "jeopardy!"})
"""Names that end in a stop."""


LETTERED = _words(
    "vitamin hepatitis influenza plan group team class grade type category exhibit section appendix side",
    "option point phase block level gate terminal annex size zone ward schedule model variant division",
    "protein factor serie series gruppe typ klasse",
)
"""Words before a capital that is no initial: `vitamin D.`"""

ORDINAL_NOUNS = _words(
    "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert",
    "jahrhunderts jahrtausend lebensjahr geburtstag bundesliga liga platz rang klasse wahlperiode stock",
)
"""German words after an ordinal number, such as `13. Mai`."""

COUNTED = _words(
    "geburtstag todestag hochzeitstag jahrestag jubiläum ausgabe folge auflage sitzung minute länderspiel"
)
"""German words after an ordinal number of three digits, such as `100. Geburtstag`; longer ones are years."""

GERMAN_STARTERS = _words(
    "der die das den dem des ein eine einer einem einen er sie es wir ich ihr man dies diese dieser dieses",
    "in im am an auf aus bei beim mit nach von vom vor zu zum zur für über unter um und oder aber doch denn",
    "wenn als da dann so wie was wer wo warum auch nur noch nicht kein keine seit bis während weil ob sein",
    "seine ihre unser alle viele heute gestern jetzt dort hier damit dabei dazu darum danach zudem außerdem",
    "jedoch allerdings trotzdem deshalb niemand jeder mehr weder entweder sowohl weitere einige",
    "manche manches vieles vielleicht insgesamt laut trotz wegen neben gegen ohne durch zwischen etwa hierzu",
    "immer mehrere weiter hierbei deswegen daher dennoch dadurch dafür dagegen sonst somit",
    "schließlich später früher inzwischen",
)
"""Words that begin German sentences, where every noun has a capital letter."""
