import { expect, test } from 'vitest';
import css from '../src/app.css?raw';

/** The custom properties of a rule, by name. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const texts = ['ink', 'ink2', 'ink3', 'tide', 'teal', 'ochre-text', 'seal'];
const pairs = [
  ...texts.flatMap((text) => ['paper', 'card'].map((ground) => [text, ground])),
  ...['ink', 'ink2', 'ink3', 'tide'].flatMap((text) => ['hover', 'wash'].map((ground) => [text, ground])),
  ['seal', 'seal-wash'],
  ['on-tide', 'tide'],
  ['on-tide', 'tide-strong'],
  ['ink', 'mark'],
] as [string, string][];

test.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('every text of the %s look stands out from its ground by 4.5 to 1', (_, selector) => {
  const colours = tokens(selector);
  const weak = pairs
    .map(([text, ground]) => ({ text, ground, ratio: contrast(colours[text]!, colours[ground]!) }))
    .filter(({ ratio }) => !(ratio >= 4.5));
  expect(weak).toEqual([]);
});
