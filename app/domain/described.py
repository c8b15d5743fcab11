"""Words that say what they mean."""

from enum import StrEnum
from typing import Self


class Described(StrEnum):
    """Words that each say what they mean: the API describes them so, and whoever adds one writes it in one place."""

    _value_: str
    description: str

    def __new__(cls, value: str, description: str = "") -> Self:
        """Make a word of its text and of what it means."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.description = description
        return word
