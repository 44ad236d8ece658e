import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import ChartPicture from '../src/components/ChartPicture.svelte';
import EvidencePanel from '../src/components/EvidencePanel.svelte';
import ImportSummary from '../src/components/ImportSummary.svelte';
import ObservationTable from '../src/components/ObservationTable.svelte';
import Quote from '../src/components/Quote.svelte';
import { anyObservation, app } from '../src/lib/app.svelte';
import * as backend from '../src/lib/backend';
import { readDrawing } from '../src/lib/drawing';
import { settings } from '../src/lib/settings.svelte';
import { observation } from './rows';

vi.mock('../src/lib/backend');

beforeEach(() => {
  settings.setLanguage('zh');
  app.evidence = null;
});
afterEach(cleanup);

const pieces = [
  { text: '去年，', role: 'period' },
  { text: '云汀园', role: 'subject' },
  { text: '规模以上工业总产值', role: 'indicator' },
  { text: '412.5亿元', role: 'amount' },
  { text: '。', role: 'plain' },
];

test('a quote keeps every word in order and marks the amount', () => {
  const { container } = render(Quote, { pieces });
  expect(container.textContent?.trim()).toBe('去年，云汀园规模以上工业总产值412.5亿元。');
  expect(container.querySelector('mark')?.textContent).toBe('412.5亿元');
  expect(container.querySelector('u.subject')?.textContent).toBe('云汀园');
});

test('a quote is text, never markup', () => {
  const { container } = render(Quote, { pieces: [{ text: '<b>1</b>', role: 'plain' }] });
  expect(container.querySelector('b')).toBeNull();
  expect(container.textContent).toContain('<b>1</b>');
});

test('the evidence shows quote, fields and reasons, and rejects a figure', async () => {
  vi.mocked(backend.getEvidence).mockResolvedValue({
    observation: observation({ id: 7 }),
    source: '云汀日报 · 2024年2月 · 第02版',
    headline: '云汀园交出全年答卷',
    byline: null,
    quote: pieces,
    fields: [{ key: 'period', value: '2023年', reason: '由“去年”与刊期 2024 推得' }],
    ledger: ['占全县约30%，推算全县约1375亿元'],
    evidence: ['indicator/lexicon'],
  });
  vi.mocked(backend.rejectObservation).mockResolvedValue(null);
  render(EvidencePanel, { ids: [7], at: 0 });
  await screen.findByText('由“去年”与刊期 2024 推得');
  expect(screen.getByText('占全县约30%，推算全县约1375亿元')).toBeTruthy();
  await fireEvent.click(screen.getByText('不是数据'));
  expect(backend.rejectObservation).toHaveBeenCalledWith(7, true);
});

const file = (name: string, outcome: object) => ({ name, path: `/p/${name}`, outcome, unprintable: [] }) as never;

test('the summary of many files counts them and shows failures first, each with its own words', () => {
  const report = {
    files: [
      file('好.txt', { kind: 'imported', page: 1, articles: 1, observations: 4 }),
      file('空.txt', { kind: 'failed', code: 'empty', message: 'cannot read "空.txt": it is empty' }),
      file('旧.txt', { kind: 'unchanged', page: 1, name: '好.txt' }),
    ],
  };
  const { container } = render(ImportSummary, { report });
  expect(screen.getByRole('status').textContent).toMatch(/1 份已导入.*1 份已在库中.*1 份未能读入/s);
  const rows = [...container.querySelectorAll('li')].map((row) => row.textContent);
  expect(rows[0]).toContain('空.txt');
  expect(rows[0]).toContain('文件是空的');
  expect(rows[0]).toContain('cannot read "空.txt": it is empty');
});

test('the summary of one file is one line and offers date and place', async () => {
  const report = { files: [file('好.txt', { kind: 'imported', page: 1, articles: 1, observations: 4 })] };
  const { container } = render(ImportSummary, { report });
  expect(container.querySelector('ul')).toBeNull();
  await fireEvent.click(screen.getByText('刊期和地区没认对？'));
  const date = screen.getByLabelText('刊期');
  await fireEvent.input(date, { target: { value: '2024年' } });
  expect(screen.getByRole('alert').textContent).toContain('2024-03');
  expect((screen.getByText('应用并重新识别') as HTMLButtonElement).disabled).toBe(true);
});

test('a click on a column sorts by it, again turns it round, a third time leaves page order', async () => {
  vi.mocked(backend.listObservations).mockResolvedValue({ rows: [observation()], total: 1 });
  const onsort = vi.fn();
  const { rerender } = render(ObservationTable, { filter: anyObservation(), onsort });
  await fireEvent.click(screen.getByText('数值'));
  expect(onsort).toHaveBeenLastCalledWith('value', false);
  await rerender({ filter: { ...anyObservation(), sort: 'value' } });
  await fireEvent.click(screen.getByText('数值'));
  expect(onsort).toHaveBeenLastCalledWith('value', true);
  await rerender({ filter: { ...anyObservation(), sort: 'value', descending: true } });
  await fireEvent.click(screen.getByText('数值'));
  expect(onsort).toHaveBeenLastCalledWith(null, false);
});

test('the table asks for a chunk of rows, never for all of a long list', async () => {
  vi.mocked(backend.listObservations).mockResolvedValue({ rows: [observation()], total: 100_000 });
  render(ObservationTable, { filter: anyObservation() });
  await screen.findByText('412.5亿元');
  for (const [filter] of vi.mocked(backend.listObservations).mock.calls) expect(filter.limit).toBe(200);
  expect(document.querySelectorAll('.length .row').length).toBeLessThan(60);
});

test('marks open by click and Enter, arrows move between them', async () => {
  const marks = [3, 8].map((id, index) => ({
    observations: [id],
    kind: 'exact',
    title: `第${index}个`,
    bounds: [10, 20 * index, 30, 10] as [number, number, number, number],
  }));
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">' +
    marks.map((mark) => `<g class="mark"><title>${mark.title}</title><rect width="30" height="10"/></g>`).join('') +
    '</svg>';
  const chart = { request: app.chart('output-by-park', null, null), svg, marks, table: [], kind: 'bars' };
  const { container } = render(ChartPicture, { chart, title: '产值' });
  await waitFor(() => expect(container.querySelectorAll('.mark')).toHaveLength(2));
  const [first, second] = [...container.querySelectorAll<SVGGElement>('.mark')];
  expect(first?.getAttribute('tabindex')).toBe('0');
  expect(second?.getAttribute('tabindex')).toBe('-1');
  expect(first?.getAttribute('aria-label')).toBe('第0个');
  await fireEvent.click(first!.querySelector('rect')!);
  expect(app.evidence?.ids).toEqual([3]);
  await fireEvent.keyDown(first!, { key: 'ArrowDown' });
  expect(second?.getAttribute('tabindex')).toBe('0');
  await fireEvent.keyDown(second!, { key: 'Enter' });
  expect(app.evidence?.ids).toEqual([8]);
});

test('a drawing comes in with its words laid out finely and without a tooltip of its own', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><title>产值</title>' +
    '<text x="11" y="20" font-size="9.5" transform="rotate(90)">来源</text></svg>';
  const drawing = readDrawing(svg);
  const text = drawing.querySelector('text');
  expect(drawing.querySelector('title')).toBeNull();
  expect(text?.getAttribute('font-size')).toBe('76');
  expect(text?.getAttribute('x')).toBe('88');
  expect(text?.getAttribute('transform')).toBe('rotate(90) scale(0.125)');
});
