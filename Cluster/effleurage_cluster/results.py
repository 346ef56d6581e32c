"""A result as a row of a table: its figures as typed columns, and its line as it was written."""

import json

from pyspark.sql import types

from .lines import is_error

TEXT = types.StringType()
FIGURE = types.DoubleType()
WHOLE = types.LongType()
ANSWER = types.BooleanType()


def _list(element):
    return types.ArrayType(element)


def _members(**fields):
    return types.StructType([types.StructField(name, kind) for name, kind in fields.items()])


_GUIDE = _members(
    id=TEXT, done=FIGURE, strokes=WHOLE, loops=WHOLE, coverage=FIGURE, meanDeviation_mm=FIGURE,
    meanOffset_mm=FIGURE, maxDeviation_mm=FIGURE, corridorShare=FIGURE, backward_mm=FIGURE,
    wobble_mm=FIGURE, meanDiameter_mm=FIGURE, meanAdvance=FIGURE, loopsPerMinute=FIGURE)

_PHASE = _members(
    id=TEXT, technique=TEXT, contact_s=FIGURE, contacts=WHOLE, breaks=WHOLE, lost_s=FIGURE,
    offPath_mm=FIGURE, meanSpeed_mm_s=FIGURE, speedInBand=FIGURE, speedTooSlow=FIGURE,
    speedTooFast=FIGURE, speedCV=FIGURE, hesitation=FIGURE, meanPressure=FIGURE,
    pressureInBand=FIGURE, vibrations=WHOLE, vibration_s=FIGURE, taps=WHOLE,
    guides=_list(_GUIDE),
    points=_list(_members(id=TEXT, done=FIGURE, held_s=FIGURE, meanDistance_mm=FIGURE)),
    area=_members(done=FIGURE, lifts=WHOLE))

# The members of a result under their own names (docs/formats.md), in its order.
RESULT = _members(
    scenario=_members(id=TEXT, sha256=TEXT), rules=WHOLE, trainee=TEXT, mode=TEXT, origin=TEXT,
    device=_members(kind=TEXT, pressure=TEXT), duration_s=FIGURE, verdict=TEXT, score=FIGURE,
    passMark=WHOLE, critical=_list(TEXT), below=_list(TEXT), borderline=ANSWER,
    criteria=_list(_members(id=TEXT, weight=WHOLE, assessed=ANSWER, lost=FIGURE)),
    deductions=_list(_members(
        criterion=TEXT, code=TEXT, points=FIGURE, phase=TEXT, spans=_list(_list(FIGURE)),
        message=TEXT)),
    phases=_list(_PHASE),
    areas=_list(_members(
        id=TEXT, contact_s=FIGURE, entries=WHOLE, depth_mm=FIGURE, peakPressure=FIGURE,
        pressed_s=FIGURE)),
    digest=TEXT)

# Where the record was, who it is, the result's members, or the error; and the line.
ROW = types.StructType(
    [types.StructField("path", TEXT), types.StructField("record", TEXT, nullable=False)]
    + RESULT.fields
    + [types.StructField("error", TEXT), types.StructField("line", TEXT, nullable=False)])


def row(path, line):
    """An answer as a row of `ROW`; the members of a result are null beside an error."""
    result = json.loads(line)
    members = None if is_error(result) else result
    return (
        path, result["record"],
        *(members and _value(members.get(field.name), field.dataType) for field in RESULT.fields),
        result.get("error"), line)


def _value(value, kind):
    if value is None:
        return None
    if isinstance(kind, types.DoubleType):
        return float(value)
    if isinstance(kind, types.ArrayType):
        return [_value(element, kind.elementType) for element in value]
    if isinstance(kind, types.StructType):
        return tuple(_value(value.get(field.name), field.dataType) for field in kind.fields)
    return value
