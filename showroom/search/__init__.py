"""Where is what a visitor types? Permits, requirements, papers, steps and key points, found by Chinese, pinyin or English.

An index is built from values alone; nothing here reads a file or knows a window.
"""

from showroom.search.entries import Entry, Kind, entries_of
from showroom.search.index import Hit, Index

__all__ = ["Entry", "Hit", "Index", "Kind", "entries_of"]
