// What was chosen when a chart last left the window: kept on this machine and offered again the next time.
import type { ExportOptions } from './types/ExportOptions';

export const FORMATS = ['pdf', 'svg', 'png', 'csv', 'json'] as const;
export const RESOLUTIONS = [96, 192, 300];
/** Sheets by name; `mm` is a size of one's own. */
export const SHEETS = ['A4', 'A3', '16:9', 'mm'];
/** A picture no larger than the chart needs, on no sheet. */
export const NO_SHEET = '';

export interface ExportChoices {
  format: (typeof FORMATS)[number];
  /** A sheet's name, for PDF. */
  sheet: string;
  /** The same for SVG and PNG, or none. */
  picture: string;
  /** Millimetres of a sheet of one's own. */
  width: number;
  height: number;
  landscape: boolean;
  /** Millimetres; null leaves it to the sheet. */
  margin: number | null;
  dpi: number;
  grey: boolean;
  outline: boolean;
  theme: 'light' | 'dark';
  /** Empty is the window's. */
  language: '' | 'zh' | 'en';
  hasHeader: boolean;
  header: string;
  hasFooter: boolean;
  footer: string;
  author: string;
}

const START: ExportChoices = {
  format: 'pdf',
  sheet: 'A4',
  picture: NO_SHEET,
  width: 180,
  height: 120,
  landscape: true,
  margin: null,
  dpi: 300,
  grey: false,
  outline: false,
  theme: 'light',
  language: '',
  hasHeader: true,
  header: '',
  hasFooter: true,
  footer: '',
  author: '',
};

const KEY = 'export';

/** What was chosen last; what cannot be read is as at the start. */
export function lastChoices(): ExportChoices {
  const found = readKept();
  const allowed: Partial<Record<keyof ExportChoices, readonly unknown[]>> = {
    format: FORMATS,
    sheet: SHEETS,
    picture: [NO_SHEET, ...SHEETS],
    theme: ['light', 'dark'],
    language: ['', 'zh', 'en'],
  };
  const good = Object.entries(START).map(([key, start]) => {
    const name = key as keyof ExportChoices;
    const value = found[name];
    const fits =
      allowed[name]?.includes(value) ?? (name === 'margin' ? isMargin(value) : typeof value === typeof start);
    return [name, fits ? value : start];
  });
  return Object.fromEntries(good) as ExportChoices;
}

const isMargin = (value: unknown) => value === null || typeof value === 'number';

function readKept(): Partial<Record<keyof ExportChoices, unknown>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

export function keepChoices(choices: ExportChoices) {
  localStorage.setItem(KEY, JSON.stringify(choices));
}

/** The sheet that a format is drawn on; none for tables and for pictures as large as they need. */
export function sheetOf(choices: ExportChoices, print: boolean): string {
  if (print || choices.format === 'pdf') return choices.sheet;
  return choices.format === 'svg' || choices.format === 'png' ? choices.picture : NO_SHEET;
}

const SIZES: Record<string, [number, number]> = { A4: [210, 297], A3: [297, 420], '16:9': [338.7, 190.5] };

/** The most that a sheet may have free on every side, in millimetres, as Rust takes it. */
export function mostMargin(choices: ExportChoices, sheet: string): number {
  const [width, height] = SIZES[sheet] ?? [choices.width, choices.height];
  return Math.floor(Math.min(width, height) / 4);
}

/** What Rust is told; only what the format can show. */
export function optionsOf(choices: ExportChoices, print: boolean): Omit<ExportOptions, 'path'> {
  const sheet = sheetOf(choices, print);
  const own = sheet === 'mm';
  const line = (has: boolean, words: string) => (has ? words.trim() || undefined : '');
  return {
    paper: own ? `${choices.width}x${choices.height}mm` : sheet || undefined,
    landscape: sheet !== NO_SHEET && !own && choices.landscape,
    portrait: sheet !== NO_SHEET && !own && !choices.landscape,
    margin: sheet === NO_SHEET ? undefined : (choices.margin ?? undefined),
    dpi: choices.dpi,
    grey: choices.grey,
    outline_text: !print && choices.format === 'svg' && choices.outline,
    header: line(choices.hasHeader, choices.header),
    footer: line(choices.hasFooter, choices.footer),
    author: choices.author.trim() || undefined,
  };
}
