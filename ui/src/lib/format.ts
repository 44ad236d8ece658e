// Small pure conversions between what Rust gives and what the window shows.
import type { FileReport } from './types/FileReport';
import type { ImportReport } from './types/ImportReport';
import type { ObservationRow } from './types/ObservationRow';
import type { Unprintable } from './types/Unprintable';
import { coded, t } from './messages';

/** 3418 -> 3,418. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** The last part of a path, whichever system it came from. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).pop() || path;
}

/** A name that any file system takes: 规模以上工业总产值 2023年. */
export function safeFileName(title: string): string {
  const name = title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return name.slice(0, 80) || 'tidemark';
}

/** What became of one file, as a sentence. */
export function outcomeText(file: FileReport): string {
  const outcome = file.outcome;
  switch (outcome.kind) {
    case 'imported': {
      const key = outcome.observations > 0 ? 'import.outcome.imported' : 'import.outcome.none';
      return t(key, { articles: outcome.articles, observations: outcome.observations });
    }
    case 'unchanged':
      return t('import.outcome.unchanged', { name: outcome.name });
    case 'failed':
      return coded('error', outcome.code, t('error.unknown'));
  }
}

/** How many files of a report were imported, were there already, failed. */
export function tally(report: ImportReport): { imported: number; unchanged: number; failed: number } {
  const of = (kind: string) => report.files.filter((file) => file.outcome.kind === kind).length;
  return { imported: of('imported'), unchanged: of('unchanged'), failed: of('failed') };
}

/** Names of a report that charts could not print, each once; a few stand for many. */
export function unprintable(report: ImportReport): Unprintable[] {
  const rows = report.files.flatMap((file) => file.unprintable);
  const byKey = new Map(rows.map((row) => [row.code + row.name, row]));
  return [...byKey.values()].slice(0, 5);
}

/** Whether words are an issue date as Rust takes it: 2024, 2024-03, 2024-03-19. */
export function isIssueDate(words: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(words);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Rows as tab-separated text that a spreadsheet takes from the clipboard. */
export function toTsv(rows: ObservationRow[]): string {
  const header = [
    t('field.indicator'),
    t('field.measure'),
    t('field.subject'),
    t('field.period'),
    t('field.value'),
    t('field.unit'),
    t('field.qualifier'),
    t('field.whole'),
    t('field.status'),
    t('field.source'),
    t('field.sentence'),
  ];
  const lines = rows.map((row) => [
    row.indicators.join('、'),
    coded('measure', row.measure),
    row.subject ?? '',
    row.period_label ?? '',
    row.value_max ? `${row.value}–${row.value_max}` : row.value,
    row.unit,
    coded('qualifier', row.qualifier),
    row.whole ?? '',
    coded('status', row.status),
    `${row.page_name}《${row.headline}》`,
    row.sentence,
  ]);
  return [header, ...lines].map((cells) => cells.map(tsvCell).join('\t')).join('\n');
}

/** A cell may hold neither tab nor line break; one that begins like a formula is kept as text. */
function tsvCell(cell: string): string {
  const flat = cell.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@]/.test(flat) || /^-[^\d]/.test(flat) ? `'${flat}` : flat;
}
