"""XML documents of one namespace, as feeds and site maps are."""

from __future__ import annotations

from lxml import etree


def document(name: str, namespace: str) -> etree._Element:
    """The outermost element of a document."""
    spaces = {None: namespace}
    return etree.Element(f"{{{namespace}}}{name}", nsmap=spaces)  # type: ignore[arg-type]  # the stubs know no default namespace


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element of the same namespace."""
    space = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{space}}}{name}", attributes)
    child.text = text or None
    return child


def written(root: etree._Element) -> bytes:
    """The whole document."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
