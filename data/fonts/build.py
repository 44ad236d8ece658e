#!/usr/bin/env python3
"""Cut the bundled fonts from Debian's fonts-noto-cjk (SIL Open Font License 1.1).

    apt-get install fonts-noto-cjk && pip install fonttools
    python3 data/fonts/build.py [PLACES.csv …]

Kept: ASCII, Latin-1, GBK in full, punctuation, arrows and enclosed numbers that charts use, and every character
of the place tables given (data/places when none is named). The regular serif, for the running text of briefs, keeps
GB 2312 in place of GBK: all four stay under 20 MB together, and what it lacks is set in the sans. The families are renamed, as the licence's reserved
name asks of changed fonts, and so that no installed font can be taken for the bundled one.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection

NOTO = pathlib.Path("/usr/share/fonts/opentype/noto")
HERE = pathlib.Path(__file__).resolve().parent
CUTS = [
    ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC", "Tidemark Sans", "Regular", "gbk"),
    ("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC", "Tidemark Sans", "Bold", "gbk"),
    ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC", "Tidemark Serif", "Bold", "gbk"),
    ("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC", "Tidemark Serif", "Regular", "gb2312"),
]
RANGES = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20AC, 0x20AC),
    (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF), (0x25A0, 0x25FF),
    (0x2605, 0x2606), (0x2713, 0x2713), (0x2776, 0x2793), (0x3000, 0x303F), (0x3041, 0x30FF), (0x3200, 0x32FF),
    (0x3380, 0x33DF), (0xFE30, 0xFE4F), (0xFF01, 0xFFEE),
]


def encoded(charset):
    """Every character of GBK or GB 2312."""
    for lead in range(0x81, 0xFF):
        for trail in [*range(0x40, 0x7F), *range(0x80, 0xFF)]:
            try:
                yield from map(ord, bytes([lead, trail]).decode(charset))
            except UnicodeDecodeError:
                pass


def characters(tables, charset):
    wanted = set(encoded(charset))
    for low, high in RANGES:
        wanted.update(range(low, high + 1))
    for table in tables:
        wanted.update(map(ord, pathlib.Path(table).read_text(encoding="utf-8")))
    return sorted(code for code in wanted if code >= 0x20)


def rename(font, family, style):
    full = f"{family} {style}"
    postscript = f"{family.replace(' ', '')}-{style}"
    for record in list(font["name"].names):
        if record.nameID not in (0, 5, 7, 13, 14):
            font["name"].removeNames(nameID=record.nameID)
    for name, text in [(1, family), (2, style), (3, f"{postscript};tidemark"), (4, full), (6, postscript)]:
        font["name"].setName(text, name, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [postscript]
    top[0].FullName, top[0].FamilyName, top[0].Weight = full, family, style


def make_tabular(font):
    """Give all digits the advance of 0, each drawn in the middle of it: the serif's are not tabular by themselves."""
    glyphs, charmap, metrics = font.getGlyphSet(), font.getBestCmap(), font["hmtx"].metrics
    width = metrics[charmap[ord("0")]][0]
    charstrings = font["CFF "].cff[0].CharStrings
    for digit in "0123456789":
        name = charmap[ord(digit)]
        advance, bearing = metrics[name]
        if advance == width:
            continue
        shift = (width - advance) // 2
        old = charstrings[name]
        pen = T2CharStringPen(width - old.private.nominalWidthX, glyphs)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, shift, 0)))
        new = pen.getCharString(old.private, old.globalSubrs)
        new.fdSelectIndex = getattr(old, "fdSelectIndex", None)
        charstrings[name] = new
        metrics[name] = (width, bearing + shift)


def cut(file, face, family, style, wanted):
    fonts = TTCollection(NOTO / file, lazy=True).fonts
    font = next(f for f in fonts if f["name"].getDebugName(1).startswith(face) and "Mono" not in f["name"].getDebugName(1))
    options = subset.Options()
    # No kerning, no substitutions: what a chart measures, advance by advance, is what every renderer shows.
    options.layout_features = []
    options.drop_tables += ["DSIG", "BASE", "VORG", "GDEF", "GSUB", "GPOS", "vhea", "vmtx"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    make_tabular(font)
    rename(font, family, style)
    path = HERE / f"{family.replace(' ', '')}-{style}.otf"
    font.recalcTimestamp = False
    font.save(path, reorderTables=True)
    print(f"{path.name}: {len(font.getBestCmap())} characters, {path.stat().st_size / 1e6:.1f} MB")


def main():
    tables = sys.argv[1:] or sorted((HERE.parent / "places").glob("*.csv"))
    for *row, charset in CUTS:
        cut(*row, characters(tables, charset))


main()
