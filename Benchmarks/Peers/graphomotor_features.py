"""How long graphomotor takes for its features of drawn spirals: graphomotor_features.py REFERENCE FILE...

All its features, of drawings that are in memory; its reference spiral is made before, once, and kept in
REFERENCE (.npy). Nanoseconds of processor time a sample leave as JSON.
"""

import json
import os
import sys
import time
from importlib import metadata

import numpy
from graphomotor.core import config, models, spiral_orchestrator
from graphomotor.io import reader
from graphomotor.utils import center_spiral, generate_reference_spiral


def main():
    kept = sys.argv[1]
    if not os.path.exists(kept):
        numpy.save(kept, generate_reference_spiral.generate_reference_spiral(config.SpiralConfig()))
    reference = center_spiral.center_spiral(numpy.load(kept))
    drawings = [center_spiral.center_spiral(reader.load_drawing_data(path)) for path in sys.argv[2:]]
    samples = sum(len(drawing.data) for drawing in drawings)
    categories = sorted(models.SpiralFeatureCategories.all())
    # The first brings its code into memory.
    spiral_orchestrator.extract_features(drawings[0], categories, reference)
    began = time.process_time_ns()
    for drawing in drawings:
        spiral_orchestrator.extract_features(drawing, categories, reference)
    spent = (time.process_time_ns() - began) / samples
    print(json.dumps({
        "version": metadata.version("graphomotor"), "samples": samples, "nanoseconds": spent,
    }))


if __name__ == "__main__":
    main()
