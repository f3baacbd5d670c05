"""What the docs tell people to type, they can type."""

from __future__ import annotations

import re
import shlex

import click
from ruamel.yaml import YAML

from plainguide.cli import main
from support.building import ROOT

_COMMAND = re.compile(r"^(?:\.venv/bin/)?plainguide (?P<rest>[^#\n]*)", re.MULTILINE)
_FENCE = re.compile(r"```(?:sh|yaml)\n(?P<text>.*?)```", re.DOTALL)
PAGES = ("README.md", "CONTRIBUTING.md", "docs/checking.md")


def _commands() -> list[list[str]]:
    texts = [
        block["text"] for page in PAGES for block in _FENCE.finditer((ROOT / page).read_text())
    ]
    hooks = YAML(typ="safe", pure=True).load((ROOT / ".pre-commit-hooks.yaml").read_text())
    texts += [hook["entry"] for hook in hooks]
    lines = [re.sub(r"^\s*- run: ", "", line) for text in texts for line in text.splitlines()]
    found = [match["rest"] for line in lines if (match := _COMMAND.match(line.strip()))]
    return [shlex.split(rest.partition(">")[0]) for rest in found]


def test_every_command_in_the_docs_is_one_that_there_is() -> None:
    commands = _commands()
    assert len(commands) >= 10
    for words in commands:
        command: click.Command = main
        while words and isinstance(command, click.Group):
            command = command.commands[words.pop(0)]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, words
