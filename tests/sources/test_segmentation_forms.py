"""Sentences with forms that are easily taken for their ends, in several languages, written for these tests.

`|` stands where one sentence ends and the next begins.
"""

from __future__ import annotations

import pytest

from tui.sources.passages.segmentation import split_sentences

ENGLISH = """
She took vitamin D.|Doctors agreed.
He chose plan B.|Nobody was told.
She went to school in Group A.|Boys came later.
“Get out!” Harper, 41, shouted.|He ran.
“Who pays?” shouted Mr. Doe.|Nobody knew.
“Who pays?” Doe wondered aloud.|Nobody knew.
“It works!” Ms. Roe exclaimed.|She smiled.
“Enough!” the mayor, who is 60, whispered.|It was over.
“Why?” Ann Doe, the mayor of York, asked.|He shrugged.
It begins at 9 p.m. March 3 in York.|Bring a hat.
It begins at 9 p.m. (6 p.m. in Leeds).|Bring a hat.
It began at 9 p.m. Eastern time.|It ended late.
It began at 5 a.m. local time.|It ended late.
It opens at 9 a.m. Dec. 3.|It closes in May.
The study proves it.¹|Experts agree.
The study proves it.12|Experts agree.
The study proves it.[a]|Experts agree.
The study proves it.†|Experts agree.
The study proves it.[12][13]|Experts agree.
It stood in the attic.|It was old.
She works for Doe and Roe .|The firm is old.
Call Dr . Doe now.|He is in.
All 448(!) Members voted.|It passed.
See No.12 of the list.|It is long.
He was 41.|Rob Roe was 42.
He says Doe “should not back down.|Nor should we.”
It was run by Roe and ?Doe of Leeds.|It ended.
She read “Go out. Breathe in. Sleep.” in a day.|It was good.
The file is example.org and v1.2.Beta here.|It opens.
“Who?”|Nobody answered.
"""

GERMAN = """
Sie treffen sich am 13. Mai in Bonn.|Das sagte sie.
Das war im 19. Jahrhundert so.|Heute nicht.
Die Fläche misst 20 x 20 m.|Da passt ein Haus hin.
Der ehem. Minister und die stellv. Vorsitzende kamen.|Dann sprach Univ.-Prof. Doe.
Vom 27.-29. Februar bleibt zu.|Danach nicht.
Die Doku erscheint zum 100. Geburtstag des Malers.|Sie ist lang.
Am 100. Geburtstagsfest kamen 250.|Jahre später niemand.
Das gilt für Systeme wie bspw. Siri oder Alexa.|Mehr nicht.
Hier wohnte Hertha Doe, Jg. 1897, bis 1933.|Dann floh sie.
Das Triebwerk fehlt (Treibstoff, Anm. d. Red.) noch immer.|Das dauert.
Keiner der 448(!) Abgeordneten kam.|Niemand.
So war August der Starke .|Er liebte Kuchen.
Das ist das Rezept z . B . für Stollen.|Mehr nicht.
Tipps von A bis Z …|Und das ist gut.
Er traf auf … Roe im Wald.|Das war alles.
… und dann kam Doe.|Er ging.
Doe ./. Roe heißt der Fall.|Er dauert.
Ob es evtl . Flöhe sind.|Wer weiß.
Ist das ein Wort? ^^|Ich frage nur.
Schön! 😀|Das war gut.
Schön! ;-)|Das war gut.
Das war schön! 😀 und gut.|Ja.
Die Region D.O.Ca. Rioja liegt am Ebro.|Sie ist groß.
Roe: Seen, unter example.org/seen.pdf. [21.01.2022].
Lass es mind. 2 Tage stehen.|Dann backe es.
Das war Zeit für mich.|Zeit für eine Pause.
Sie wohnt in Flint, Mich. Roe auch.
Es gab Brot, Wein usw.|Fahrten kosten mehr.
Es kommen Kinder usw. gern her.|Sie singen.
Die Fahrt dauert 1 Std. 40 Minuten.|Dann ist Schluss.
Das ist ein Wagen, Bauj. 1929.|Er fährt.
Die Gruppe „Kein See ohne Damm!“ (KSoD) kam her.|Sie sang.
Sie rief „Kein See ohne Damm!“|(Das war laut.)
Er mag „wie zu Hause wohnen“ .|Das ist schwer.
Sie waren am See .|Schönen Sommer.
Es heißt Sars-CoV-2.|Vieles ist offen.
Vom 9.1. -10.2. ist zu.|Danach nicht.
Er las »See. Damm. Wald.« am Montag.|Es war gut.
Sie folgt dem Rat „Geh raus. Atme ein.“ jeden Tag.|Er hilft.
Sie sagte: „Nein.|Ich gehe.“|Dann ging sie.
Das Fest ist am Mi. 5. Mai in Bonn.|Es dauert lang.
Das baute die Fa. Roe in Bonn.|Sie ist alt.
Podcasts sind Nummer 1.|Immer mehr hören sie.
Die Linie Nr. 5 fährt nicht.|Der Bus auch nicht.
Das gilt für Äpfel bzw. Birnen.|Mehr nicht.
Das Nearshoring (Anm. Verlagerung ins nahe Ausland) nahm zu.|Mehr nicht.
Nach § 5 Abs. 2 ist das verboten.|Das Amt prüft.
Das kostet 2,5 Mio. Euro im Jahr.|Das ist viel.
Es sind rd. 3 Mrd. Euro.|Das ist viel.
„Das reicht.“|Das sagte er nicht.
„Wir kommen“, sagte sie.|Dann ging sie.
„Wer zahlt?“, fragte er.|Niemand antwortete.
„Wer zahlt?“ fragte er.|Niemand antwortete.
»Das reicht.«|Er ging.
„Er sagte: ‚Nein.‘“|Dann ging er.
Die Firma z. B. zahlt nicht.|Andere schon.
Das gilt z.B. Kindern und Alten.|Mehr nicht.
Der Chef d. h. Herr Doe kam.|Er blieb.
Dr. Jana Sommer und Prof. Dr. Karl Roe kamen.|Sie blieben.
Sie wohnt in der Hauptstr. 5 in Bonn.|Er nicht.
Die Partei wurde am 3. Oktober 1990 gegründet.|Sie wuchs.
Der Preis stieg um ca. 5 Prozent.|Das ist viel.
Siehe S. 12 und Kap. 3 im Buch.|Es ist lang.
Die 2. Bundesliga beginnt am Freitag.|Das freut viele.
Das Amt teilt am Mo., 3. Juni, mit.|Mehr folgt.
Sie kam usw. und ging.|Dann war Ruhe.
Er wurde 41.|Das ist kein Alter.
Am 1. FC Roe liegt es nicht.|Das sagt er.
Das war 1990.|Menschen jubelten.
König Ludwig II. Roe baute nichts.|Das ist bekannt.
"""

OTHERS = """
¿Quién paga?|Nadie lo sabe.
¡Basta!|Nadie habló.
La empresa de EE. UU. pagó la cuenta.|Nadie habló.
El Sr. Ruiz y la Sra. Paz llegaron.|No hablaron.
El art. 5 lo prohíbe.|No hay más.
Qui paie ?|Personne ne le sait.
C'est fini !|Il est parti.
« Qui paie ? » demande-t-il.|Personne ne répond.
« C'est fini. »|Il est parti.
M. Roux et Mme Paz sont venus.|Ils sont partis.
C’est un danger.|« Le danger est réel », dit-il.|Il part.
« Il n’est pas cancérogène. », écrit l’agence.|Elle se trompe.
La letrada, Abg. Karina Doe, lo negó.|Nadie habló.
Zgodnie z art. 6 ust. 1 lit. a to wolno.|Urząd sprawdza.
Stało się to w 2020 r. w Warszawie.|Było zimno.
Kosztuje 5 tys. zł i 3 mln. euro.|To dużo.
Дом стоит на ул. Ленина в городе.|Он старый.
Это было в 2020 г. в Москве.|Было холодно.
Цена 5 тыс. рублей и 3 млн. евро.|Это много.
«Кто платит?» — спросил он.|Никто не знал.
"""

SPACELESS = """
他说：“谁付钱？”小王问。|没有人知道。
“谁付钱？”他问道。|没有人知道。
「誰が払う？」と彼は聞いた。|誰も知らない。
「始まりだ。」|記者は帰った。
"""


def cut(text: str, language: str = "") -> list[str]:
    return [span.cut(text) for span in split_sentences(text, language)]


@pytest.mark.parametrize("line", (ENGLISH + OTHERS).strip().replace("\n\n", "\n").split("\n"))
def test_forms_within_a_sentence_do_not_end_it(line: str) -> None:
    assert cut(line.replace("|", " ")) == line.split("|")


@pytest.mark.parametrize("line", GERMAN.strip().split("\n"))
def test_german_is_split_as_a_person_would(line: str) -> None:
    assert cut(line.replace("|", " "), "de") == line.split("|")


@pytest.mark.parametrize("line", SPACELESS.strip().split("\n"))
def test_words_of_saying_belong_to_the_quotation(line: str) -> None:
    assert cut(line.replace("|", "")) == line.split("|")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("It stood in the attic.|It was old.", "en"),
        ("“Is it over?”|He did not know.", "en"),
        ('"It is over," said the CEO.|"The fun begins."', "en"),
        ('"Nie zuvor", so der Chef.|"Die Branche ist ausverkauft."', "de"),
        ("Das ist der Stand.|Die Zahlen steigen.", "de"),
    ],
)
def test_a_missing_space_does_not_join_sentences(line: str, language: str) -> None:
    assert cut(line.replace("|", ""), language) == line.split("|")
