"""The description of the interface (OpenAPI 3.1), made from what the code reads parameters by."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from components.outputs.api.operations import Operation, list_operations
from components.outputs.api.parameters import Parameter
from components.outputs.api.responses import describe_version
from components.server.error_responses import PROBLEM
from data.downloads import read_descriptor
from data.record import Record

SCHEMAS = Path(__file__).parent / "schemas.json"
VERSION = "1.0.0"
TITLE = "CSTO Stance Atlas"


def describe_interface(record: Record, root: str) -> dict[str, Any]:
    """The whole document; `root` is the path of the interface as the one who asks sees it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": TITLE,
            "version": VERSION,
            "description": read_descriptor()["description"],
            "license": {"name": describe_version()["licence"]},
        },
        "servers": [{"url": root}],
        "paths": {each.path: describe_path(each) for each in list_operations(record)},
        "components": {"schemas": json.loads(SCHEMAS.read_text(encoding="utf-8"))},
    }


def describe_path(operation: Operation) -> dict[str, Any]:
    """One address."""
    about = operation.collection.description if operation.collection else ""
    return {
        "get": {
            "operationId": operation.name,
            "summary": operation.summary,
            **({"description": about} if about else {}),
            "parameters": list(describe_parameters(operation)),
            "responses": {
                "200": {
                    "description": operation.summary,
                    "headers": {"ETag": {"schema": {"type": "string"}}},
                    "content": describe_content(operation),
                },
                "304": {"description": "Not modified since the ETag sent."},
                "400": describe_problem("A parameter has a value that it does not take."),
                "404": describe_problem("There is no such thing."),
                "429": describe_problem("Too many requests: `Retry-After` says how long to wait."),
            },
        }
    }


def describe_parameters(operation: Operation) -> Iterable[dict[str, Any]]:
    """The parameters of an address."""
    if operation.in_path:
        yield {**describe_parameter(operation.in_path), "in": "path", "required": True}
    for each in operation.parameters:
        yield describe_parameter(each)


def describe_parameter(parameter: Parameter) -> dict[str, Any]:
    """One parameter of a query."""
    one = dict(parameter.schema)
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.description,
        "schema": {"type": "array", "items": one} if parameter.many else one,
    }


def describe_content(operation: Operation) -> dict[str, Any]:
    """The media types of an answer and their schemas."""
    if operation.collection is None:
        return {operation.media_type: {"schema": operation.schema}}
    row = {
        "type": "object",
        "properties": operation.collection.columns,
        "required": list(operation.collection.columns),
        "additionalProperties": False,
    }
    page = {"allOf": [operation.schema, {"properties": {"items": {"items": row}}}]}
    return {operation.media_type: {"schema": page}, "text/csv": {"schema": {"type": "string"}}}


def describe_problem(description: str) -> dict[str, Any]:
    """A refusal."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {PROBLEM: {"schema": schema}}}
