"""Text by language. Simplified Chinese is always there; every other language may be."""

from typing import Literal, Self

from pydantic import ConfigDict, Field, RootModel, model_validator

Language = Literal["zh_CN", "en"]
LANGUAGES: tuple[Language, ...] = ("zh_CN", "en")
DEFAULT_LANGUAGE: Language = "zh_CN"
_put = object.__setattr__


class Text(RootModel[dict[str, str]]):
    """What is said in each language: `{zh_CN: 厨房, en: kitchen}`; `zh_CN` is required."""

    model_config = ConfigDict(frozen=True)
    root: dict[str, str] = Field(examples=[{"zh_CN": "厨房", "en": "kitchen"}])

    @model_validator(mode="after")
    def _has_chinese(self) -> Self:
        if not self.root.get(DEFAULT_LANGUAGE, "").strip():
            raise ValueError("zh_CN is missing; write the Chinese text, e.g. {zh_CN: 厨房, en: kitchen}")
        return self

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))

    def in_(self, language: str) -> str:
        """Return the text in `language`, or the Chinese where there is none."""
        return self.root.get(language) or self.root[DEFAULT_LANGUAGE]

    @classmethod
    def of(cls, zh_CN: str, en: str) -> "Text":  # noqa: N803 - the key's own spelling
        """Make a text in the two languages the program itself speaks; `ValueError` without the Chinese.

        A check makes thousands: what is known to be right is not validated again.
        """
        if not zh_CN.strip():
            return cls({"zh_CN": zh_CN, "en": en})
        made = cls.__new__(cls)
        _put(made, "__dict__", {"root": {"zh_CN": zh_CN, "en": en}})
        _put(made, "__pydantic_fields_set__", {"root"})
        return made
