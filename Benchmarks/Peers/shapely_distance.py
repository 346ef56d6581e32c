"""How long shapely takes for the distance of each sample to its guide: shapely_distance.py FOLDER

FOLDER is as `measure places` writes it. Guides are prepared; samples go as whole arrays, and one by
one. Nanoseconds of processor time a sample, the making of the points included, leave as JSON.
"""

import json
import sys
import time

import numpy
import shapely

# One by one is slow: so many of them tell as much.
SINGLE = 100_000


def rows(path):
    return numpy.loadtxt(path, delimiter=",")


def main():
    folder = sys.argv[1]
    vertices = rows(f"{folder}/guides.csv")
    samples = rows(f"{folder}/samples.csv")
    lines = [
        shapely.LineString(vertices[vertices[:, 0] == guide, 1:])
        for guide in range(int(vertices[-1, 0]) + 1)]
    shapely.prepare(lines)
    numbers = samples[:, 0].astype(int)
    by_guide = [samples[numbers == guide, 1:] for guide in range(len(lines))]

    def arrays():
        return sum(
            float(shapely.distance(line, shapely.points(places)).sum())
            for line, places in zip(lines, by_guide))

    arrays()
    began = time.process_time_ns()
    total = arrays()
    whole = (time.process_time_ns() - began) / len(samples)
    single = samples[:SINGLE]
    began = time.process_time_ns()
    for guide, x, y in single.tolist():
        shapely.distance(lines[int(guide)], shapely.Point(x, y))
    points = (time.process_time_ns() - began) / len(single)
    print(json.dumps({
        "version": shapely.__version__, "geos": shapely.geos_version_string,
        "samples": len(samples), "nanoseconds_of_arrays": whole, "nanoseconds_of_points": points,
        "mean_distance": total / len(samples),
    }))


if __name__ == "__main__":
    main()
