import { beforeEach, expect, test } from 'vitest';
import { keepChoices, lastChoices, optionsOf, sheetOf } from '../src/lib/exportChoices';

beforeEach(() => localStorage.clear());

test('choices are offered again, and what cannot be read is as at the start', () => {
  keepChoices({ ...lastChoices(), sheet: 'mm', width: 240, margin: 10, author: '统计局' });
  expect(lastChoices()).toMatchObject({ sheet: 'mm', width: 240, margin: 10, author: '统计局' });
  localStorage.setItem('export', '{"sheet":"B5","width":"wide","language":"en"}');
  expect(lastChoices()).toMatchObject({ sheet: 'A4', width: 180, language: 'en' });
  localStorage.setItem('export', 'no JSON');
  expect(lastChoices().format).toBe('pdf');
});

test('a sheet of its own size is named in millimetres and is never turned', () => {
  const options = optionsOf({ ...lastChoices(), sheet: 'mm', width: 240, height: 160 }, true);
  expect(options).toMatchObject({ paper: '240x160mm', landscape: false, portrait: false });
});

test('a picture as large as it needs has no sheet, and no margins', () => {
  const choices = { ...lastChoices(), format: 'png' as const, margin: 12 };
  expect(sheetOf(choices, false)).toBe('');
  expect(optionsOf(choices, false)).toMatchObject({ paper: undefined, margin: undefined, portrait: false });
});

test('a header that is switched off is none, one left empty is the usual one', () => {
  const choices = lastChoices();
  expect(optionsOf({ ...choices, hasHeader: false, header: '年鉴' }, false).header).toBe('');
  expect(optionsOf({ ...choices, header: ' ' }, false).header).toBeUndefined();
  expect(optionsOf({ ...choices, footer: '内部资料' }, false).footer).toBe('内部资料');
});
