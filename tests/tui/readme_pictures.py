"""Make the README's three pictures: `python -m tests.tui.readme_pictures FOLDER` writes PNG files.

The SVG that Textual draws is set in a font that is on the machine and turned into a PNG by rsvg-convert,
then cut to 96 colours, so that each is some tens of kilobytes. Only for making pictures: needs
rsvg-convert and Pillow, which the program and its tests don't.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.tui.pictures import SCREENS, draw
from tracker.services import demo

NAMES = ("docket", "case", "flags")
SIZE = (120, 34)
WIDTH = 1180


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        url = f"sqlite:///{place}/sample.db"
        demo.write(url, cases=None, seed=1)
        for name in NAMES:
            svg = asyncio.run(draw(url, SIZE, "dark", SCREENS[name]))
            svg = svg.replace("Fira Code", "DejaVu Sans Mono").replace(
                "font-size: 20px", "font-size: 20.266px"
            )
            svg = svg.replace("<text ", '<text xml:space="preserve" ')
            drawn = Path(place) / f"{name}.svg"
            drawn.write_text(svg, "utf-8")
            png = folder / f"{name}.png"
            subprocess.run(["rsvg-convert", "-w", str(WIDTH), "-o", str(png), str(drawn)], check=True)
            Image.open(png).convert("RGB").quantize(96, kmeans=2).save(png, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
