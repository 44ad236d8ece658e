// Charts that leave the window: PDF, PNG, SVG, and the table of data.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answerFileDialog, artefacts, freshFolder, infoOfPdf, pictureOnClipboard, screenshot, start, textOfPdf } from './lib/desk.mjs';
import { assert, test } from './lib/runner.mjs';
import { invented, squeezed } from './lib/samples.mjs';

/** The request the first card drew, as the page holds it, and the words of the drawing. */
async function firstChart(window) {
  const board = await window.invoke('dashboard', { place: null, period: null });
  const { name } = board.charts.find((chart) => chart.has_data);
  return { name, place: board.place, period: board.period, theme: 'light', date: '2026-11-25' };
}

test('a_chart_exports_as_pdf_with_its_words_as_text', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    const request = await firstChart(window);
    const title = await window.text(`.card[data-chart="${request.name}"] svg text`);
    for (const [paper, landscape, size] of [
      ['A4', false, /59\d\.?\d* x 84\d/],
      ['A3', true, /119\d\.?\d* x 84\d/],
    ]) {
      const file = path.join(artefacts, `chart-${paper}.pdf`);
      await window.invoke('export_chart', { request, options: { path: file, paper, landscape } });
      const words = squeezed(textOfPdf(file));
      assert(words.includes(squeezed(title)), `${paper}: "${title}" is not in the PDF's text: ${words.slice(0, 400)}`);
      assert(size.test(infoOfPdf(file)), `${paper}: ${infoOfPdf(file)}`);
    }
  } finally {
    await window.close();
  }
});

test('a_chart_exports_as_png_and_svg', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    const request = await firstChart(window);
    const [png, svg] = ['png', 'svg'].map((ending) => path.join(artefacts, `chart.${ending}`));
    for (const file of [png, svg])
      await window.invoke('export_chart', { request, options: { path: file, paper: 'A4', landscape: true } });
    assert(readFileSync(png).subarray(1, 4).toString() === 'PNG', 'not a PNG');
    assert(existsSync(svg) && readFileSync(svg, 'utf8').includes('<svg'), 'not an SVG');
  } finally {
    await window.close();
  }
});

test('a_chart_goes_to_the_clipboard_as_a_picture', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.click('.card .copy');
    await window.until('the notice', () => document.querySelector('.notice')?.textContent.includes('图片已复制'));
    const [width, height] = pictureOnClipboard();
    assert(width === 1920 && height > 300, `the clipboard holds ${width} × ${height}`);
  } finally {
    await window.close();
  }
});

test('a_brief_of_what_is_shown_is_saved_to_print_and_to_edit', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.untilThere('.brief');
    const board = await window.invoke('dashboard', { place: null, period: null });
    const [pdf, docx] = ['pdf', 'docx'].map((ending) => path.join(artefacts, `brief.${ending}`));
    for (const file of [pdf, docx]) {
      const request = { place: board.place, period: board.period, date: '2026-11-25', path: file };
      await window.invoke('export_brief', { request });
    }
    const words = squeezed(textOfPdf(pdf));
    assert(words.includes(squeezed(`${board.place}${board.period_label}数据简报`)), words.slice(0, 300));
    assert(words.includes('[1]') && words.includes('主要数字'), 'no footnotes');
    assert(readFileSync(docx).subarray(0, 2).toString() === 'PK', 'not a DOCX');
  } finally {
    await window.close();
  }
});

test('a_card_turns_to_its_data_table_and_back', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.click('.card .act[aria-pressed]');
    await window.untilThere('.card tbody tr');
    await screenshot(window, 'table');
    await window.click('.card .act[aria-pressed]');
    await window.until('the chart again', () => !document.querySelector('.card tbody tr'));
  } finally {
    await window.close();
  }
});

test('the_export_dialog_offers_formats_and_paper', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.click('.card .act');
    await window.untilThere('dialog[open] input[name="format"]');
    await screenshot(window, 'export');
    const formats = await window.run(() => [...document.querySelectorAll('input[name="format"]')].map((i) => i.value));
    assert(formats.join() === 'pdf,svg,png,csv,json', `formats: ${formats}`);
    await window.keys('\uE00C');
    await window.until('dialog closed', () => !document.querySelector('dialog[open]'));
  } finally {
    await window.close();
  }
});

test('the_save_dialog_of_the_system_writes_the_pdf', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    const title = await window.run(() => document.querySelector('.card').getAttribute('aria-label'));
    await window.click('.card .act');
    await window.untilThere('dialog[open] .primary');
    // The click returns only when the dialog is left, so the page presses the button by itself.
    await window.run(() => void setTimeout(() => document.querySelector('dialog[open] .primary').click(), 50));
    const file = path.join(freshFolder(), 'chart.pdf');
    await answerFileDialog('导出图表', file);
    await window.until('the notice', () => document.querySelector('.notice')?.textContent.includes('chart.pdf'));
    const words = squeezed(textOfPdf(file));
    assert(words.includes(squeezed(title)), `"${title}" is not in the PDF: ${words.slice(0, 300)}`);
  } finally {
    await window.close();
  }
});
