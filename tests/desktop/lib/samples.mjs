// The sample pages, and pages made up here.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './desk.mjs';

const folder = path.join(root, 'data/samples');

/** Full paths of a set's pages, `qiantang` or `invented`, oldest first. */
export function sampleSet(name) {
  const names = readdirSync(path.join(folder, name)).filter((file) => file.endsWith('.txt'));
  return names.sort().map((file) => path.join(folder, name, file));
}

/** The page that reports a whole year of the invented district. */
export const invented = path.join(folder, 'invented/2024-02-26.txt');

/** A page's words without blanks and line breaks, as a quote may be compared with. */
export const squeezed = (text) => text.replace(/[\s\u3000]+/g, '');
export const wordsOf = (file) => squeezed(readFileSync(file, 'utf8'));

/** A small page of the invented district of the samples with figures that no other page has. */
export function page(index) {
  return (
    `星澜日报 2024年3月${1 + (index % 28)}日\n\n第${index}号园区公布全年数据\n\n■记者 文一行\n\n` +
    `　　本报讯 2023年，星澜区规模以上工业总产值${1200 + index}.5亿元，增长${(index % 9) + 1}.2%。` +
    `全年新增国家高新技术企业${20 + index}家。\n`
  );
}

/** Writes files by name into a folder and gives their paths. */
export function write(into, files) {
  mkdirSync(into, { recursive: true });
  return Object.entries(files).map(([name, content]) => {
    const file = path.join(into, name);
    writeFileSync(file, content);
    return file;
  });
}
