#!/usr/bin/env python3
"""Builds divisions.csv, townships.csv and changes.csv from the raw lists of divisions.

usage: build.py [RAW]   RAW: the folder with provinces.csv, cities.csv, areas.csv, streets.csv, changes.txt;
                        ../../../shared/places beside the checkout when not given. See README.md for sources.

divisions.csv  code,name,short,parent,kind,alone   provinces, cities, districts and counties
townships.csv  code,name,others                    streets, towns and townships; the first six digits are the parent
changes.csv    date,old,new,parent                 names that were changed, with the parent of that day

`short` is the name without its kind (钱塘). `alone` is 1 where the short may stand for the place by itself anywhere,
0 where it is also an everyday word, a surname or the short name of several places (朝阳, 和平, 东).
"""
import collections, csv, pathlib, re, sys

HERE = pathlib.Path(__file__).resolve().parent
PEOPLES = ("蒙古族 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 "
           "拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 塔吉克 "
           "怒族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族 各族 蒙古").split()
KINDS = re.compile(r"(特别行政区|自治区|自治州|自治县|自治旗|林区|地区|矿区|省|市|区|县|旗|盟|州)$")

TOWN = re.compile(r"^[^（(]+(街道|镇|乡|苏木|开发区|高新区|新区|园区|工业园|产业园|示范区|度假区|管理区)$")
# 开发区, 工业园区, 县经济开发区, 中心镇: kinds without a name.
BARE = re.compile(r"^(经济|技术|高新|工业|产业|科技|生态|农业|综合|旅游|县|市|区|现代|示范|中心|开发|集聚|园|新城|新区|城区|郊区|街道|办事处|小|镇|重)+$")


def rows(raw, name):
    with open(raw / name, encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def short_of(name):
    """钱塘 for 钱塘区, 延边 for 延边朝鲜族自治州; empty where a single character would be left."""
    kept = name if name.endswith(("矿区", "林区")) and len(name) <= 3 else KINDS.sub("", name, count=1)
    if re.search(r"自治(区|州|县|旗)$", name):
        bare = None
        while bare != kept:
            bare = kept
            for people in PEOPLES:
                if kept.endswith(people) and len(kept) - len(people) >= 2:
                    kept = kept[: -len(people)]
    return kept if len(kept) >= 2 and kept != name else ""


def divisions(raw):
    out = [("0", "全国", "中国", "", "country")]
    out += [(r["code"], r["name"], short_of(r["name"]), "0", "province") for r in rows(raw, "provinces.csv")]
    direct = set()
    for r in rows(raw, "cities.csv"):
        if r["name"] in ("市辖区", "县") or "直辖县级" in r["name"]:
            direct.add(r["code"])
        else:
            out.append((r["code"], r["name"], short_of(r["name"]), r["provinceCode"], "city"))
    for r in rows(raw, "areas.csv"):
        parent = r["provinceCode"] if r["cityCode"] in direct else r["cityCode"]
        out.append((r["code"], r["name"], short_of(r["name"]), parent, "district"))
    return out


def common_words():
    return set((HERE / "common-words.txt").read_text(encoding="utf-8").split())


def with_alone(table):
    """Marks the shorts that may stand alone: one place only (the largest where one lies in the other), no everyday word."""
    rank = {"country": 0, "province": 1, "city": 2, "district": 3}
    best = {}
    for code, name, short, parent, kind in table:
        best.setdefault(short, []).append((rank[kind], code))
    words = common_words()
    for row in table:
        code, name, short, parent, kind = row
        own = sorted(best[short])
        first = own[0] == (rank[kind], code) and (len(own) == 1 or own[1][0] > rank[kind])
        yield *row, int(bool(short) and first and short not in words)


def renames(raw):
    seen = set()
    for line in (raw / "changes.txt").read_text(encoding="utf-8").splitlines():
        before, after = line.split("=>")
        date, _, *old = before.split("\t")
        old, new = old[::2], [part for part in after.split("\t") if part]
        old_parent = before.split("\t")[2:][::2][-2] if len(old) > 1 else ""
        if old[-1] != new[-1] and (old[-1], old_parent) not in seen:
            seen.add((old[-1], old_parent))
            yield date, old[-1], new[-1], old_parent


def write(name, header, lines):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(lines)


def without_peoples(town):
    """What 三源浦朝鲜族镇 is called as well: 三源浦镇, 三源浦朝鲜镇. Nothing for most towns."""
    kind = town[-1]
    own, peoples = town[:-1], ""
    while found := next((p for p in PEOPLES if own.endswith(p) and len(own) > len(p) + 1), None):
        own, peoples = own[:-len(found)], found + peoples
    if not peoples or kind not in "镇乡":
        return ""
    return "|".join(dict.fromkeys([own + kind, own + peoples.replace("族", "") + kind]))


def main():
    raw = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2] / "shared" / "places"
    if not raw.is_dir():
        sys.exit(f"no raw lists at {raw}: name their folder, see README.md")
    table = divisions(raw)
    write("divisions.csv", ["code", "name", "short", "parent", "kind", "alone"], with_alone(table))
    towns = [(r["code"], r["name"]) for r in rows(raw, "streets.csv") if TOWN.search(r["name"]) and not BARE.search(r["name"])]
    write("townships.csv", ["code", "name", "others"], [(code, name, *filter(None, [without_peoples(name)])) for code, name in towns])
    write("changes.csv", ["date", "old", "new", "parent"], renames(raw))


if __name__ == "__main__":
    main()
