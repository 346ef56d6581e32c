"""Reads records with programs of others: ink.py MANIFEST

MANIFEST is JSON, {"schemas": [XSD], "records": [{"path": RECORD, "traces": [[[x, y, pressure, time]]]}]}: the
points of each trace in hundredths of a millimetre, thousandths (null: none) and microseconds. Each
record must be valid by each schema, and the InkML reader of the Universal Ink Library must find the very
same points.

Ends with 0 when all is well, else with 1 and a line for each difference.
"""

import json
import logging
import sys

from lxml import etree


def points(path: str) -> list:
    from uim.codec.parser.inkml import InkMLParser
    from uim.model.inkinput.inputdata import InkSensorType

    model = InkMLParser().parse(path)
    kinds = {
        channel.id: channel.type
        for context in model.input_configuration.sensor_contexts
        for channels in context.sensor_channels_contexts
        for channel in channels.channels
    }
    traces = []
    for sensed in model.sensor_data.sensor_data:
        values = {kinds[channel.id]: channel.values for channel in sensed.data_channels}
        # Lengths are in metres there, times in seconds.
        x = [round(value * 100_000) for value in values[InkSensorType.X]]
        y = [round(value * 100_000) for value in values[InkSensorType.Y]]
        time = [round(value * 1_000_000) for value in values[InkSensorType.TIMESTAMP]]
        force = values.get(InkSensorType.PRESSURE)
        force = [round(value * 1_000) for value in force] if force else [None] * len(x)
        traces.append([list(point) for point in zip(x, y, force, time, strict=True)])
    return traces


def main() -> int:
    logging.disable(logging.CRITICAL)
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = json.load(file)
    schemas = [etree.XMLSchema(etree.parse(path)) for path in manifest["schemas"]]
    faults = []
    count = 0
    for record in manifest["records"]:
        path = record["path"]
        document = etree.parse(path, etree.XMLParser(huge_tree=True))
        for schema in schemas:
            if not schema.validate(document):
                faults.append(f"{path}: {schema.error_log.last_error}")
        try:
            found = points(path)
        except Exception as error:  # Whatever the reader stumbles over.
            faults.append(f"{path}: {type(error).__name__}: {error}")
            continue
        count += sum(len(trace) for trace in found)
        if found != record["traces"]:
            faults.append(f"{path}: {difference(found, record['traces'])}")
    print("\n".join(faults + [f"{len(manifest['records'])} records, {count} points, "
                              f"{len(faults)} faults"]))
    return 1 if faults else 0


def difference(found: list, wanted: list) -> str:
    if len(found) != len(wanted):
        return f"{len(found)} traces for {len(wanted)}"
    for number, (one, other) in enumerate(zip(found, wanted), 1):
        if len(one) != len(other):
            return f"trace {number}: {len(one)} points for {len(other)}"
        for place, (a, b) in enumerate(zip(one, other), 1):
            if a != b:
                return f"trace {number}, point {place}: {a} for {b}"
    return "no difference"


sys.exit(main())
