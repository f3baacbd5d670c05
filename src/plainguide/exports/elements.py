"""XML documents of one namespace, as feeds and site maps are."""

from __future__ import annotations

import re

from lxml import etree

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML may hold, which an author may have written as `\\x07` in YAML."""


def document(name: str, namespace: str) -> etree._Element:
    """The outermost element of a document."""
    spaces = {None: namespace}
    return etree.Element(f"{{{namespace}}}{name}", nsmap=spaces)  # type: ignore[arg-type]  # the stubs know no default namespace


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element of the same namespace; characters that no XML may hold are left out."""
    space = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{space}}}{name}", attributes)
    child.text = _NOT_XML.sub("", text) or None
    return child


def written(root: etree._Element) -> bytes:
    """The whole document."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
