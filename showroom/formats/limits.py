"""How much may a stranger's file hold, and how long may reading it take? Every limit of every reader of plans and models.

Beyond a limit a file is refused in a sentence, or what lies beyond is counted and left out. `docs/dev/limits.md` tells the same
figures to people (a test compares them). How long a plan's own texts and lists may be is said where they are (`domain.plan`).
"""

MEGABYTE = 1024 * 1024

DXF_BYTES = 64 * MEGABYTE
SVG_BYTES = 32 * MEGABYTE
GEOJSON_BYTES = 64 * MEGABYTE
YAML_BYTES = 16 * MEGABYTE
GLTF_BYTES = 512 * MEGABYTE
GLTF_JSON_BYTES = 64 * MEGABYTE

DXF_ENTITIES = 500_000
DXF_PLACED = 200_000
"""Things of a DXF once every block is put in where it is used."""
SVG_ELEMENTS = 300_000
SVG_PLACED = 100_000
SVG_NUMBERS = 2_000_000
"""Numbers of one path."""
GEOJSON_FEATURES = 100_000
YAML_NODES = 1_000_000
GLTF_NODES = 200_000
GLTF_VERTICES = 20_000_000
GLTF_PIXELS = 8192 * 8192

BLOCK_DEPTH = 32
SYMBOL_DEPTH = 16
"""Blocks in a block that is one symbol, such as a door."""
BLOCK_ROWS = 10_000
"""Copies one reference of rows and columns stands for."""
BLOCK_LINES = 20_000
"""Lines of one symbol."""
SVG_DEPTH = 64
XML_DEPTH = 200
YAML_DEPTH = 60
GLTF_DEPTH = 256

RESULT_BYTES = 128 * MEGABYTE
"""What an inspector sends back, photos included."""
RESULT_ANSWERS = 5_000
FIELD_COLUMNS = 20_000
"""Fields of a form that a collector exports: about eight a line."""
PHOTO_BYTES = 8 * MEGABYTE
WORKBOOK_BYTES = 64 * MEGABYTE
"""A workbook when it is unpacked."""
WORKBOOK_PARTS = 500
BCF_PARTS = 20_000
BCF_TOPIC_BYTES = 4 * MEGABYTE

COORDINATE = 1e12
"""In the drawing's own unit; what lies beyond is no drawing in any."""
FROM_ORIGIN_M = 20_000.0
"""What lies farther than this from the rooms is no part of the premises."""
GLTF_COORDINATE_M = 1e6

TEXT = 500
"""What a text says beyond this many characters names no room and no storey."""

WALL_LINES = 60_000
WALL_MEETINGS = 2_000_000
"""Wall lines that meet each other more often than this are no plan; to part them all would fill the machine."""
OPENINGS = 5_000
"""Doors and windows of one drawing; each is compared with those near it."""
LOOSE_ENDS = 10_000
"""More loose ends than this are no slips of the pen."""
ROOM_CORNERS = 2000
"""An outline with more corners than this is drawn far finer than it needs; it is thinned out within 2 mm."""

READING_S = 120.0
READING_PROCESSOR_S = 90
READING_MEMORY = 1200 * MEGABYTE
"""Address space of the process that reads, beside twelve times the file."""
ANSWER_BYTES = 512 * MEGABYTE
"""The plan it gives back."""
