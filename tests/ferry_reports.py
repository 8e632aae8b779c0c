"""Five reports of one made-up event, and one of another, as text files."""

from __future__ import annotations

from pathlib import Path

REPORTS = {
    "post": """Ferry burns off Kessel, killing 12

A fire aboard the ferry Marla killed at least 12 people late on Tuesday, the coastguard said.

The vessel was carrying 214 passengers from Kessel to the island of Oran. Flames spread from the car
deck shortly after ten in the evening.

"We heard a bang and then there was smoke everywhere," said passenger Ana Duric, 34.

Rescue boats reached the ship within 40 minutes, officials said. Two crew members were treated for
burns at the harbour clinic.

The Marla was built in 1994 and passed a safety inspection in March. The operator, Blue Line, said
it was cooperating with investigators.
""",
    "quay": """Panic on a burning ferry

Survivors have told of panic on the burning ferry Marla off Kessel, in which at least 15 people were
killed on Tuesday.

It was more than an hour before the first rescue boats reached the ship, passengers said.

"There was smoke everywhere," Ana Duric told reporters on the quay.

The ferry had twice been warned about faulty sprinklers on its car deck, according to a report of
the harbour inspectors.

The Marla was on its way from Kessel to Oran with more than 200 passengers on board. Blue Line
declined to comment on the report of the inspectors.
""",
    "herald": """Twelve dead in ferry fire

At least 12 people were killed in a fire aboard the ferry Marla late on Tuesday, the coastguard said.

The ferry was carrying 214 passengers from Kessel to the island of Oran.

Rescue boats reached the ship within 40 minutes, officials said.

The ferry had twice been warned about faulty sprinklers on its car deck, according to inspectors of
the harbour.

The prime minister will visit the families of the victims in Kessel on Thursday.
""",
    "wire": """Fire on ferry kills at least 12

KESSEL (Reuters) - A fire aboard the ferry Marla killed at least 12 people late on Tuesday, the
coastguard said.

The vessel was carrying 214 passengers from Kessel to the island of Oran. Flames spread from the car
deck shortly after ten in the evening.

Faulty sprinklers on the car deck of the ferry had been the subject of two warnings, harbour
inspectors said.

Shares in Blue Line, the operator, fell nine per cent on Wednesday morning.
""",
    "mirror": """Families wait for news of the Marla

Families waited at the port of Kessel through the night for news of relatives after a fire on the
ferry Marla.

At least 12 people were killed, the coastguard said on Wednesday.

The prime minister will visit the families of the victims on Thursday, his office said.

Shares in the operator Blue Line fell nine per cent when markets opened on Wednesday.

The ferry had twice been warned about faulty sprinklers, inspectors of the harbour said.
""",
    "garden": """Roses in a dry summer

Roses need less water than most gardeners believe. A deep soak once a week serves them better than a
daily sprinkle.

Mulch keeps the soil cool and moist. Cut back spent blooms in July and feed the bushes with compost.
""",
}
"""Texts by name: Reuters' text is in `post` and `wire`; `garden` is of another event."""


def write_reports(folder: Path, names: tuple[str, ...] = tuple(REPORTS)) -> list[str]:
    """Write some of the reports; their paths."""
    paths = []
    for name in names:
        path = folder / f"{name}.txt"
        path.write_text(REPORTS[name], encoding="utf-8")
        paths.append(str(path))
    return paths
