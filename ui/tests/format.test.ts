import { beforeEach, expect, test } from 'vitest';
import { count, fileName, isIssueDate, outcomeText, safeFileName, tally, toTsv } from '../src/lib/format';
import { settings } from '../src/lib/settings.svelte';
import { errorText } from '../src/lib/errors';
import { observation } from './rows';

beforeEach(() => settings.setLanguage('zh'));

test.each(['2024', '2024-03', '2024-02-29'])('%s is an issue date', (words) => expect(isIssueDate(words)).toBe(true));
test.each(['24', '2024-13', '2023-02-29', '2024-3', '2024年', '2024-03-'])('%s is no issue date', (words) =>
  expect(isIssueDate(words)).toBe(false),
);

test('file names come from paths of any system', () => {
  expect(fileName('/home/读者/版面 1.txt')).toBe('版面 1.txt');
  expect(fileName('C:\\pages\\a.txt')).toBe('a.txt');
});

test('a title becomes a file name', () => {
  expect(safeFileName('产值/增速：2023年?')).toBe('产值 增速：2023年');
  expect(safeFileName('***')).toBe('tidemark');
});

test('numbers are grouped', () => expect(count(3418)).toBe('3,418'));

test('each outcome says its own thing', () => {
  const file = { name: 'a.txt', path: '/a.txt', unprintable: [] };
  const imported = { kind: 'imported', page: 1, articles: 2, observations: 9 } as const;
  expect(outcomeText({ ...file, outcome: imported })).toContain('9 条观测');
  expect(outcomeText({ ...file, outcome: { ...imported, observations: 0 } })).toContain('没有统计数字');
  expect(outcomeText({ ...file, outcome: { kind: 'unchanged', page: 1, name: 'b.txt' } })).toContain('b.txt');
  expect(outcomeText({ ...file, outcome: { kind: 'failed', code: 'empty', message: 'x' } })).toBe('文件是空的');
});

test('outcomes are counted', () => {
  const outcome = { kind: 'failed', code: 'empty', message: '' } as const;
  const failed = { name: 'a', path: 'a', unprintable: [], outcome };
  expect(tally({ files: [failed, failed] })).toEqual({ imported: 0, unchanged: 0, failed: 2 });
});

test('rows become tab-separated text that no spreadsheet takes for a formula', () => {
  const lines = toTsv([observation({ sentence: '=第一\t行\n第二行', value: '-3.1' })]).split('\n');
  expect(lines).toHaveLength(2);
  const cells = lines[1]!.split('\t');
  expect(cells).toHaveLength(lines[0]!.split('\t').length);
  expect(cells.at(-1)).toBe("'=第一 行 第二行");
  expect(cells[4]).toBe('-3.1');
});

test('an error from Rust is told by its code and keeps its sentence as details', () => {
  const told = errorText({ code: 'write', message: 'cannot write "/x": denied' });
  expect(told.text).toContain('写不进');
  expect(told.details).toBe('cannot write "/x": denied');
  expect(errorText('boom').details).toBe('boom');
});
