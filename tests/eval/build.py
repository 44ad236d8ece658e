#!/usr/bin/env python3
"""Builds texts/ and gold.jsonl from the marked texts in marked/, so that every offset is computed and none typed.

usage: build.py [--list]        (--list prints the gold rows for reading over)

Marks inside a text:
  [[amount|indicator,indicator|measures|key=value;key=value]]   an observation
  [[!piece]]                                                     a number that is no observation (ignored)
  [[@key=value;key=value]]                                       defaults from here on; leaves no text
measures: t total, n new, c cumulative, s share, g growth, d change, r rank; then any of
  - negative, ~ about, < below, > above, P planned, A actual or planned.
keys: s subject, p period, w whole, q qualifier, v value, x value_max, u unit. Values are lists parted by commas;
`null` is a period that the text does not tell. Value, unit and 余/多 are read from the amount unless given.
"""
import glob, json, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
MEASURE = {"t": "total", "n": "new", "c": "cumulative", "s": "share", "g": "growth", "d": "change", "r": "rank"}
QUALIFIER = {"~": "about", "<": "below", ">": "above"}
DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2, "〇": 0}
SMALL = {"十": 10, "百": 100, "千": 1000}
SCALE = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "百": 100, "千": 1000, "万亿": 1e12, "千万": 1e7, "百万": 1e6}
BASE = {"平方公里": ("平方米", 1e6), "公顷": ("平方米", 1e4), "公頃": ("平方米", 1e4), "公里": ("米", 1e3), "千瓦": ("瓦", 1e3), "兆瓦": ("瓦", 1e6), "吉瓦": ("瓦", 1e9),
        "度": ("千瓦时", 1), "公斤": ("吨", 1e-3), "吨标准煤": ("吨", 1), "美金": ("美元", 1), "個百分點": ("百分点", 1), "个百分点": ("百分点", 1), "个基点": ("基点", 1), "吉瓦时": ("千瓦时", 1e6), "％": ("%", 1), "成": ("%", 10)}
DATE = re.compile(r"[\d０-９]{4}年(?:[\d０-９]{1,2}月(?:[\d０-９]{1,2}日)?)?|[\d０-９]{1,2}月[\d０-９]{1,2}日|(?<![\d０-９.])[\d０-９]{1,2}日|[\d０-９]{1,2}月(?!份)|[\d百千]*[亿万]元?(?:以上)?(?=(?:产业|工业|重大)?(?:项目|企业|产业集群))")
# Traditional names are right in simplified characters too (臺 is written 台 as well).
SIMPLE = str.maketrans("別園現佔東區總數戶齡兒壯養產業發場單從員級計畫積開闢務眾運輸綠廣設費車線鐵進輛額較準軍點項員職業營製飲灣標臺條時間際續應轉動導關價長聯離復館處歲會實觀", "别园现占东区总数户龄儿壮养产业发场单从员级计画积开辟务众运输绿广设费车线铁进辆额较准军点项员职业营制饮湾标台条时间际续应转动导关价长联离复馆处岁会实观")
MARK = re.compile(r"\[\[(.+?)\]\]", re.S)


def chinese(text):
    total = section = digit = 0
    for c in text:
        if c in DIGIT:
            digit = DIGIT[c]
        elif c in SMALL:
            section, digit = section + (digit or 1) * SMALL[c], 0
        elif c in "万亿":
            total, section, digit = (total + section + digit) * SCALE[c], 0, 0
    return total + section + digit


def read_amount(amount):
    """Value, base unit and whether 余/多 stands in it."""
    text = amount.translate(str.maketrans("０１２３４５６７８９．，", "0123456789.,"))
    if text in ("首位", "榜首", "第一位"):
        return 1, "位", False
    if found := re.fullmatch(r"(?:第|前)([\d一二三四五六七八九十]+)位?", text):
        return (int(found[1]) if found[1].isdigit() else chinese(found[1])), "位", False
    found = re.match(r"(-?[\d.,]+)|([零一二三四五六七八九十两百千万亿]+)", text)
    number = float(found[1].replace(",", "")) if found[1] else chinese(found[2])
    rest, more = text[found.end():], False
    if rest[:1] in ("余", "餘", "多", "來"):
        rest, more = rest[1:], True
    if scale := re.match(r"万亿|千万|百万|[万亿萬億]|[百千](?!瓦|米)", rest):
        number, rest = number * SCALE[scale[0]], rest[scale.end():]
    if rest[:1] in ("余", "餘", "多"):
        rest, more = rest[1:], True
    unit = re.sub(r"\s", "", rest)
    if "／" in unit:
        unit = unit.replace("／", "/")
    unit, factor = BASE.get(unit, (unit, 1))
    number = float(f"{number * factor:.12g}")  # 156.3 × 1e8 must not be 15630000000.000002
    return (int(number) if number == int(number) else number), unit, more


def one_or_list(values):
    return values[0] if len(values) == 1 else values


def keys(text):
    return {k: v.split(",") for k, v in (part.split("=", 1) for part in text.split(";") if part)}


def row(amount, fields, default):
    names, codes, *more = fields + [""] * (2 - len(fields))
    given = default | keys(more[0] if more else "")
    value, unit, plus = read_amount(re.sub(r"\s", "", amount)) if not ("v" in given and "u" in given) else (0, "", "余" in amount)
    value = float(given["v"][0]) if "v" in given else value
    value = int(value) if value == int(value) else value
    signs = [QUALIFIER[c] for c in codes if c in QUALIFIER]
    out = {"amount": re.sub(r"\s", "", amount), "value": -value if "-" in codes else value}
    if "x" in given:
        out["value_max"] = float(given["x"][0])
    out["unit"] = given["u"][0] if "u" in given else unit
    out["qualifier"] = one_or_list(given.get("q") or signs or (["range"] if "x" in given else ["above"] if plus else ["exact"]))
    out["indicator"] = names.split(",")
    out["measure"] = one_or_list([MEASURE[c] for c in codes if c in MEASURE])
    out["subject"] = given["s"]
    out["period"] = [None if p == "null" else p for p in given["p"]]
    if "w" in given:
        out["whole"] = given["w"]
    for key in ("indicator", "subject", "whole"):
        if key in out:
            out[key] = list(dict.fromkeys(out[key] + [name.translate(SIMPLE) for name in out[key]]))
    out["status"] = "planned" if "P" in codes else ["actual", "planned"] if "A" in codes else "actual"
    return out


def build(doc, marked):
    text, rows, default, at = "", [], {}, 0
    for mark in MARK.finditer(marked):
        text += marked[at:mark.start()]
        at, body = mark.end(), mark[1]
        if body.startswith("@"):
            default = default | keys(body[1:])
            continue
        piece, *fields = body.split("|")
        piece = piece.removeprefix("!")
        span = {"doc": doc, "start": len(text), "end": len(text) + len(piece)}
        text += piece
        if body.startswith("!"):
            rows.append(span | {"amount": re.sub(r"\s", "", piece), "ignore": True})
            continue
        try:
            rows.append(span | row(piece, fields, default))
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            sys.exit(f"{doc}: {body!r}: {error!r}")
    text += marked[at:]
    for date in DATE.finditer(text):
        if not any(r["start"] < date.end() and date.start() < r["end"] for r in rows):
            rows.append({"doc": doc, "start": date.start(), "end": date.end(), "amount": date[0], "ignore": True})
    return text, sorted(rows, key=lambda r: r["start"])


def main():
    count = 0
    with open(f"{HERE}/gold.jsonl", "w", encoding="utf-8") as gold:
        for path in sorted(glob.glob(f"{HERE}/marked/*.txt")):
            doc = os.path.basename(path)
            text, rows = build(doc, open(path, encoding="utf-8").read())
            open(f"{HERE}/texts/{doc}", "w", encoding="utf-8").write(text)
            for r in rows:
                assert re.sub(r"\s", "", text[r["start"]:r["end"]]) == r["amount"], r
                gold.write(json.dumps(r, ensure_ascii=False) + "\n")
                if "--list" in sys.argv and not r.get("ignore"):
                    print(doc[:2], *(r.get(k) for k in ("amount", "value", "value_max", "unit", "qualifier", "indicator", "measure", "subject", "period", "whole", "status")))
            n = sum(not r.get("ignore") for r in rows)
            count += n
            print(f"{doc}: {len(text)} characters, {n} observations, {len(rows) - n} ignored", file=sys.stderr)
    print(f"{count} observations", file=sys.stderr)


if __name__ == "__main__":
    main()
