"""What may a document name as a file? A path within the document's own folder, never outside it."""

from typing import Annotated

from pydantic import AfterValidator, Field


def _within_the_folder(written: str) -> str:
    parts = written.split("/")
    if "" in parts or ".." in parts or any(mark in written for mark in "\\:\0"):
        raise ValueError(f'"{written}" is not a path within the scene\'s folder; write one such as pictures/right.png')
    return written


RelativePath = Annotated[str, Field(max_length=300), AfterValidator(_within_the_folder)]
