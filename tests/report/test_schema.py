"""The JSON report conforms to the shipped schema, and the schema has every key."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from tests.hostile_comparison import hostile, hostile_remarks
from tui.analysis.compare import compare
from tui.model import Comparison, Kind, Relation
from tui.model.difference import FactKind, State
from tui.report import Remark, render
from tui.sources.load import bundled_pair, load


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((files("tui.report") / "schema.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def bundled() -> Comparison:
    left, right = bundled_pair()
    return compare(load(left), load(right), min_score=0)


def strict(schema: Any) -> Any:
    """The schema with additional keys forbidden."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(part) for key, part in schema.items()}
    return {**made, "additionalProperties": False} if "properties" in schema else made


def validate(report: str, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(strict(schema)).validate(json.loads(report))


def test_the_schema_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("threshold", [0.0, 30.0, 90.0])
def test_the_bundled_pair_conforms_to_the_schema(
    schema: dict[str, Any], bundled: Comparison, threshold: float
) -> None:
    remarks = (Remark(0, 0, "noted", "2024-05-14"), Remark(-1, 1))
    validate(render(bundled, "json", threshold=threshold, remarks=remarks), schema)


def test_hostile_texts_keep_to_it(schema: dict[str, Any]) -> None:
    validate(render(hostile(), "json", remarks=hostile_remarks()), schema)


def test_two_empty_articles_keep_to_it(schema: dict[str, Any]) -> None:
    validate(render(Comparison(), "json"), schema)


def test_invalid_documents_are_rejected(schema: dict[str, Any], comparison: Comparison) -> None:
    document = json.loads(render(comparison, "json"))
    document["links"][0]["left"] = "R1"
    with pytest.raises(jsonschema.ValidationError):
        validate(json.dumps(document), schema)


def test_it_names_every_kind_relation_and_state_there_is(schema: dict[str, Any]) -> None:
    parts = schema["$defs"]
    assert parts["passage"]["properties"]["kind"]["enum"] == [kind.value for kind in Kind]
    assert parts["link"]["properties"]["relation"]["enum"] == [relation.value for relation in Relation]
    assert parts["difference"]["properties"]["kind"]["enum"] == [kind.value for kind in FactKind]
    assert parts["difference"]["properties"]["state"]["enum"] == [state.value for state in State]
