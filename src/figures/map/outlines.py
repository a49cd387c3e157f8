#!/usr/bin/env python3
"""Makes outlines.txt from Natural Earth's countries at 1:110 million (public domain).

usage: outlines.py countries-110m.json > outlines.txt

The input is TopoJSON as the package `world-atlas` 2.0 has it. Each line of the output is a country: its name, a tab, and
its outer rings and holes, parted by spaces. A ring is a list of points (longitude, latitude) in twentieths of a degree,
written as differences in the signs of Google's polyline format.
"""
import json
import sys

PER_DEGREE = 20


def sign(number):
    """One number in the polyline format."""
    number = ~(number << 1) if number < 0 else number << 1
    text = ""
    while number >= 0x20:
        text += chr((0x20 | (number & 0x1F)) + 63)
        number >>= 5
    return text + chr(number + 63)


def unbroken(points):
    """A ring that goes over 180 degrees goes on beyond them; one around the pole is closed below it."""
    turned, turn = [points[0]], 0
    for (before, _), (x, y) in zip(points, points[1:]):
        turn += -360 if x - before > 180 else 360 if before - x > 180 else 0
        turned.append((x + turn, y))
    if turn:
        turned += [(turned[-1][0], -90), (turned[0][0], -90), turned[0]]
    return turned


def main():
    world = json.load(open(sys.argv[1], encoding="utf-8"))
    scale, origin = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
        arcs.append(points)

    def ring(indexes):
        points = []
        for index in indexes:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        points = unbroken(points)
        rounded = [(round(x * PER_DEGREE), round(y * PER_DEGREE)) for x, y in points]
        kept = [point for at, point in enumerate(rounded) if at == 0 or point != rounded[at - 1]]
        text, last = "", (0, 0)
        for x, y in kept[:-1]:
            text += sign(x - last[0]) + sign(y - last[1])
            last = (x, y)
        return text if len(kept) > 3 else None

    for country in sorted(world["objects"]["countries"]["geometries"], key=lambda one: one["properties"]["name"]):
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = [text for shape in shapes for text in map(ring, shape) if text]
        print(country["properties"]["name"], " ".join(rings), sep="\t")


main()
