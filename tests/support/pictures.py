"""A picture, read back."""

from __future__ import annotations

from lxml import etree

from plainguide.figures.said import Named

SVG = "{http://www.w3.org/2000/svg}"
NAMED = Named("picture-x", "Tea & sleep", "About 39 out of 100: slept <well>.")
LARGEST = 15_000
"""Bytes; a picture must not weigh more than a small photo."""


def parsed(svg: str) -> etree._Element:
    """The root of a picture that is well-formed, has its names, and is small."""
    root = etree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    title, desc = root[0], root[1]
    assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (title.text, desc.text) == (NAMED.title, NAMED.description)
    ids = [str(element.get("id")) for element in root.iter() if element.get("id")]
    assert all(name.startswith(f"{NAMED.id}-") for name in ids)
    assert len(ids) == len(set(ids))
    assert len(svg.encode()) < LARGEST
    assert "\n" not in svg
    return root


def texts(root: etree._Element) -> list[str]:
    """Every line of text, in order."""
    return ["".join(map(str, element.itertext())) for element in root.iter(f"{SVG}text")]


def numbers(root: etree._Element) -> list[tuple[str, str, str]]:
    """Text, address and exact value of every figure."""
    found = root.iter(f"{SVG}text", f"{SVG}tspan")
    return [
        (str(e.text), str(e.get("data-figure")), str(e.get("data-value")))
        for e in found
        if e.get("data-figure")
    ]


def lowest(root: etree._Element) -> float:
    """How far down the last line of text is."""
    return max(float(str(e.get("y"))) for e in root.iter(f"{SVG}text"))


def height(root: etree._Element) -> float:
    """How high the picture is."""
    return float(str(root.get("viewBox")).split()[3])
