"""What a link may ask of the page: a row to change, or the table of a new one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.core.i18n import gettext as _
from components.core.query_params import Parameter, ReadParams, read_params
from components.features.propose.document import EDITABLE
from data.schema import TableSchema

ROW = "row"
PARAMETERS = (ROW,)
LONGEST = 300


def read_row(parameters: Mapping[str, str], schemas: Mapping[str, TableSchema]) -> ReadParams:
    """Read the page's parameter; a wrong value is ignored and named.

    `row` is a table, or a table, a colon and the cells of a key with commas between them. Whether
    there is such a row is seen in the browser, which has the tables.
    """

    def read(text: str) -> dict[str, Any] | None:
        table, _colon, rest = text.partition(":")
        if table not in EDITABLE or len(text) > LONGEST or not text.isprintable():
            return None
        # A place in a source, the last of a key, may have a comma of its own.
        columns = len(schemas[table].primary_key)
        key = rest.split(",", columns - 1) if rest else []
        return {"table": table, "key": key} if len(key) in (0, columns) else None

    row = Parameter(
        read,
        lambda given: _("{given} was ignored: not a row that can be changed here", given=given),
    )
    return read_params(parameters, {ROW: row})
