import { beforeEach, expect, test } from 'vitest';
import { coded, hasMessage, messageKeys, t } from '../src/lib/messages';
import { settings } from '../src/lib/settings.svelte';
import commandErrors from '../../src-tauri/crates/commands/src/error.rs?raw';
import readerErrors from '../../src-tauri/crates/reader/src/error.rs?raw';
import storeErrors from '../../src-tauri/crates/store/src/error.rs?raw';

const types = import.meta.glob<string>('../src/lib/types/*.ts', { query: '?raw', import: 'default', eager: true });

beforeEach(() => settings.setLanguage('zh'));

/** The words in backquotes of the doc comment that stands above a field. */
function wordsAbove(file: string, field: string): string[] {
  const text = types[`../src/lib/types/${file}.ts`] ?? '';
  const before = text.slice(0, text.search(new RegExp(`"?${field}"?: `)));
  const comment = before.slice(before.lastIndexOf('/**'));
  return [...comment.matchAll(/`([a-z-]+)`/g)].map((found) => found[1] as string);
}

test('every code of a file that cannot be read has its own sentence', () => {
  const codes = wordsAbove('FileOutcome', 'code');
  expect(codes).toContain('too-large');
  expect(codes.length).toBeGreaterThanOrEqual(9);
  const sentences = codes.map((code) => {
    expect(hasMessage(`error.${code}`), code).toBe(true);
    return coded('error', code);
  });
  expect(new Set(sentences).size).toBe(codes.length);
});

test.each([
  ['command', commandErrors],
  ['store', storeErrors],
  ['reader', readerErrors],
])('every code of a %s error has its sentence', (_, rust) => {
  const codes = [...rust.matchAll(/=> "([a-z-]+)"/g)].map((found) => found[1] as string);
  expect(codes.length).toBeGreaterThan(0);
  for (const code of codes) expect(hasMessage(`error.${code}`), code).toBe(true);
});

test.each(['measure', 'qualifier', 'status'])('every %s has its word', (field) => {
  const words = wordsAbove('ObservationRow', field);
  expect(words.length).toBeGreaterThan(1);
  for (const word of words) expect(hasMessage(`${field}.${word}`), word).toBe(true);
});

test('every field of the evidence has its name', () => {
  for (const word of wordsAbove('EvidenceField', 'key')) expect(hasMessage(`field.${word}`), word).toBe(true);
});

test('every message is there in both languages with the same blanks', () => {
  for (const key of messageKeys) {
    settings.setLanguage('zh');
    const chinese = t(key);
    settings.setLanguage('en');
    const english = t(key);
    expect(chinese, key).not.toBe('');
    expect(english, key).not.toBe('');
    for (const blank of english.match(/\{\w+\}/g) ?? []) expect(chinese, key).toContain(blank);
  }
});

test('blanks are filled in and unknown codes fall back', () => {
  expect(t('import.failed', { count: 3 })).toBe('3 份未能读入');
  expect(coded('error', 'no-such-code', '别的')).toBe('别的');
});
