"""Sentences of news, cut where a reader would cut them. All texts are written for these tests."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.passages.segmentation import split_sentences

# One paragraph a line; `|` stands where one sentence ends and the next begins.
NEWS = """
The call took place on Feb. 25 in Kyiv.|It lasted an hour.
Gen. Smith met Col. Ada Jones at Ft. Hood.|They did not speak to the press.
He lives in the U.S. and works for the U.N. in Geneva.|His wife does not.
The U.S. Senate voted late.|The U.K. abstained.
She left the U.S.|The reasons are not known.
The firm paid $1.5 million to settle.|Its shares fell 3.2 percent.
A spokesman for No. 10 declined to comment.|So did the palace.
J. D. Vance and J.K. Rowe were there.|George W. Bush was not.
“We will talk,” he said.|“We will not fight.”
“What is the result?|I do not know it,” Ms. Wang told reporters.
“It is late. ”|He went home.
He asked: “Who pays?”|Nobody answered.
“Who pays?” Mr. Doe asked.|“You do,” she said.
“Enough!” the crowd shouted.|It went on for hours.
He called it “a dramatic change.”|Others did not.
The plan (see p. 4) was dropped.|It had cost too much.
The plan was dropped.|(It had cost too much.)|Nobody missed it.
Mr. and Mrs. Roe v. Wade Inc. lost the case.|They will appeal.
It began at 9 p.m. EST on Monday.|It ended at 5 a.m. Tuesday.
It began at 9 p.m.|Officers came an hour later.
At 5 a.m. Mr. Roe rose.|He was tired.
He waited ... and waited.|Then he left.
He waited ...|Then he left.
Xi pointed out that … China-Russia ties had grown.|He praised them.
“Well … I am not sure,” he said.|She was.
She voted no.|Gov. Roe voted yes.
Is the answer no?|It is not.
Lt. Gov. Tim Murray spoke for Sen. Roe.|Rep. Doe spoke for herself.
The post-Sept. 11 law was renewed.|It had lapsed.
Acme Inc. Chief Executive Ann Roe resigned.|Acme Inc.|It is a new name.
He was born on Jan. 3, 1980, in St. Paul, Minn., and died there.|He was 41.
Rob Roe, R-S.C., voted for it.|Rep. Ann Doe (D-Penn.) did not.
AUGUSTA, Me. — Gov. Roe will not step down.|He said so twice.
WASHINGTON -- The president spoke.|The Senate listened.
The score was 3-2.|That was enough.
The index closed at 1,024.50.|It had opened at 1,000.
Prices rose 4.|5 percent was forecast.
He cited Art. 5 of the treaty.|The court cited Sec. 230.
Dr. Roe, Ph.D., agreed.|Prof. Doe, M.D., did not.
The ship, the S.S. Hope, sank.|All were saved.
They sell apples, pears, etc.|The shop closes at 6.
It is called Yahoo! Finance now.|It was not then.
eBay rose.|iPhone sales fell.|The rest was flat.
The study proves it.[1]|Experts agree.
The study proves it. [2]|Experts agree.
Why?|Because.|That is all.
“No.”|“Yes.”
‘No way,’ she said.|‘None.’
He said, “Read Vol. 2.”|Nobody did.
First came rain.|• Then came wind.|• Then came snow.
1. Stay calm.|2. Leave the building.
The group met in Washington, D.C.|It will meet again in Paris.
It will move from Washington, D.C., to Paris.|Nobody knows when.
She took vitamin C.|The cold went.
You and I.|That is all.
“Is it over?”|“It is!”
“It’s over!”—so they thought.|It was not.
The 5th Ave. Bridge is closed.|Use the tunnel.
Mt. Etna erupted on Wed. Nov. 3.|Nobody was hurt.
The bill, H.R. 1, passed.|S. 1 did not.
The euro fell below $1.|The yen rose.
Who’s next?|“Me,” he said.|Nobody laughed.
He works at Doe & Sons Ltd. in York.|She works at Roe Co. in Leeds.
The vote was 51-49 vs. 60-40 last year.|It was close.
The temperature hit 41.5 C on Aug. 3.|A record fell.
Ms. Roe (her real name is M. R. Doe) left.|She will not return.
"""
LINES = NEWS.strip().split("\n")


def cut(text: str) -> list[str]:
    return [span.cut(text) for span in split_sentences(text)]


@pytest.mark.parametrize("line", LINES)
def test_news_is_split_as_a_person_would(line: str) -> None:
    assert cut(line.replace("|", " ")) == line.split("|")


@pytest.mark.parametrize(
    "line",
    [
        "习近平说，谈判是出路。|他没有提到战争！",
        "大統領は首都で会談した。|「始まりだ。」|記者は帰った。",
        "وصل الوزير اليوم. |هل سيبقى؟|لا أحد يعرف.",
        "मंत्री आज आए। |वे कल जाएंगे।",
        "मि. एडम्स और डॉ. सिंह आए। |वे कल जाएंगे।",
        "នាយករដ្ឋមន្ត្រីមកដល់។ |គាត់នឹងចាកចេញ។",
        "جاء السيد أ. بوبو أمس. |لم يقل شيئًا.",
    ],
)
def test_scripts_with_other_stops_are_split_after_them(line: str) -> None:
    assert cut(line.replace("|", "")) == [part.strip() for part in line.split("|")]


def test_thai_without_stops_is_split_at_spaces_into_parts_of_some_length() -> None:
    text = "ท่าเรือจะใช้เรือไฟฟ้าทั้งหมด " * 30
    parts = cut(text)
    assert len(parts) > 5
    assert all(40 <= len(part) <= 300 for part in parts)


def test_thai_is_cut_before_words_that_begin_sentences_and_not_after_words_that_want_more() -> None:
    first = 'โฆษกรัฐบาลกล่าวว่า การเจรจากับ NATO ในปี 2022 จบลงแล้ว และจะไม่มี "ครั้งที่ สอง"'
    second = "อย่างไรก็ตามประชาชนจำนวนมากยังคงกังวลเกี่ยวกับราคาอาหารที่สูงขึ้นทุกเดือนโดยเฉพาะในเมืองใหญ่ทางภาคเหนือ"
    assert cut(f"{first} {second}") == [first, second]


@given(st.text(alphabet="aB.?!…“”\"' \n()[]1。ก-", max_size=200))
def test_only_white_space_lies_between_sentences(text: str) -> None:
    spans = split_sentences(text)
    position = 0
    for span in spans:
        assert not text[position : span.start].strip()
        assert span.cut(text).strip() == span.cut(text) != ""
        position = span.end
    assert not text[position:].strip()


def test_nupunkt_agrees_on_nearly_all_ends() -> None:
    from nupunkt import sent_tokenize

    ours: set[tuple[int, int]] = set()
    theirs: set[tuple[int, int]] = set()
    for number, line in enumerate(LINES):
        text = line.replace("|", " ")
        ours |= {(number, span.end) for span in split_sentences(text)}
        end = 0
        for sentence in map(str, sent_tokenize(text)):
            end = text.index(sentence.strip(), end) + len(sentence.strip())
            theirs.add((number, end))
    agreed = len(ours & theirs)
    assert 2 * agreed / (len(ours) + len(theirs)) > 0.92


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["word ", "a. ", ". ", "?!", "“", "No. 1 ", "1. ", "[1] ", "The U.S. Then ", "。", "ก ", "x"],
)
def test_a_paragraph_of_a_million_characters_takes_seconds(unit: str) -> None:
    text = "It began. " + unit * (1_000_000 // len(unit))
    begun = time.process_time()
    spans = split_sentences(text)
    assert time.process_time() - begun < 10
    assert spans[0].start == 0
    assert spans[-1].end == len(text.rstrip())
