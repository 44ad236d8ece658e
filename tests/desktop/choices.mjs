// What a person chooses of a chart: its kind, and how it leaves the window.
import path from 'node:path';
import { answerFileDialog, freshFolder, freshHome, infoOfPdf, resize, screenshot, start, textOfPdf } from './lib/desk.mjs';
import { assert, equal, test } from './lib/runner.mjs';
import { invented, sampleSet, squeezed } from './lib/samples.mjs';

/** Goes to the chooser of the first card, with the mouse as a person does, and gives what it offers. */
async function offered(window) {
  // Said again until it answers: a card that is drawn anew in between has a chooser of its own.
  const gone = () => {
    const select = document.querySelector('.card select');
    select?.dispatchEvent(new PointerEvent('pointerenter'));
    return select?.options.length > 3;
  };
  await window.until('kinds to choose from', gone);
  return window.run(() => [...document.querySelector('.card select').options].map((option) => option.value));
}

async function choose(window, kind) {
  await window.run((wanted) => {
    const select = document.querySelector('.card select');
    select.value = wanted;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, kind);
}

const drawn = (window, kind) =>
  window.until(`the chart as ${kind}`, (wanted) => document.querySelector('.card select')?.value === wanted, [kind]);

test('a_kind_of_chart_is_chosen_kept_and_left_to_the_program_again', async () => {
  const env = freshHome();
  let window = await start(sampleSet('invented'), env);
  try {
    await window.untilThere('.card .mark');
    const automatic = await window.run(() => document.querySelector('.card select').value);
    const kinds = await offered(window);
    equal(kinds[0], 'auto', 'the first choice');
    for (const kind of ['grouped', 'table', 'dots']) assert(kinds.includes(kind), `${kind} is not among ${kinds}`);
    const before = await window.run(() => document.querySelector('.card svg').textContent);
    await choose(window, 'table');
    await drawn(window, 'table');
    await window.until('another picture', (was) => document.querySelector('.card svg').textContent !== was, [before]);
    await screenshot(window, 'kind-table');
    await window.close();
    window = await start([], env);
    await window.untilThere('.card .mark');
    await drawn(window, 'table');
    await offered(window);
    await choose(window, 'auto');
    await drawn(window, automatic);
  } finally {
    await window.close();
  }
});

test('choosers_ask_for_their_kinds_only_when_somebody_goes_to_them', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.painted();
    const most = await window.run(() => Math.max(...[...document.querySelectorAll('.card select')].map((s) => s.options.length)));
    equal(most, 2, 'choices before anybody goes to a chooser');
    const start = Date.now();
    await offered(window);
    return `kinds offered after ${Date.now() - start} ms`;
  } finally {
    await window.close();
  }
});

const OPEN = 'dialog[open]';

/** Puts words into a field as a person does: all of it chosen, then typed over. */
async function fill(window, name, words) {
  await window.run((wanted) => {
    const field = document.querySelector(`dialog[open] [name="${wanted}"]`);
    field.scrollIntoView({ block: 'center' });
    field.focus();
    field.select();
  }, name);
  await window.keys(words);
}

const radio = (name, value) => `${OPEN} input[name="${name}"][value="${value}"]`;

test('a_chart_leaves_on_a_sheet_of_ones_own_and_the_choices_are_remembered', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.click('.card .act');
    await window.untilThere(`${OPEN} details`);
    equal(await window.run(() => document.querySelector('dialog[open] details').open), false, 'folded at first');
    await window.click(radio('paper', 'mm'));
    await window.untilThere(`${OPEN} [name="width"]`);
    await fill(window, 'width', '240');
    await fill(window, 'height', '160');
    await window.click(`${OPEN} [name="grey"]`);
    await window.click(`${OPEN} summary`);
    await fill(window, 'margin', '10');
    await fill(window, 'header', 'Jiangcheng 2024');
    await window.click(`${OPEN} [name="has-footer"]`);
    await fill(window, 'author', 'Bureau');
    await window.run(() => {
      const select = document.querySelector('dialog[open] [name="language"]');
      select.value = 'en';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await screenshot(window, 'export-more');
    await window.run(() => void setTimeout(() => document.querySelector('dialog[open] .primary').click(), 50));
    const file = path.join(freshFolder(), 'own.pdf');
    await answerFileDialog('导出图表', file);
    await window.until('the notice', () => document.querySelector('.notice')?.textContent.includes('own.pdf'));
    const [info, words] = [infoOfPdf(file), squeezed(textOfPdf(file))];
    assert(/680\.3\d* x 453\.5/.test(info), `240 × 160 mm: ${info}`);
    assert(/Author:\s+Bureau/.test(info) && /Tagged:\s+yes/.test(info), info);
    assert(words.includes('Jiangcheng2024') && words.includes('Drawn'), words.slice(0, 400));
    await window.click('.card .act');
    await window.untilThere(`${OPEN} [name="width"]`);
    const kept = await window.run(() => {
      const value = (name) => document.querySelector(`dialog[open] [name="${name}"]`).value;
      return ['width', 'height', 'margin', 'header', 'author', 'language'].map(value);
    });
    equal(kept, ['240', '160', '10', 'Jiangcheng 2024', 'Bureau', 'en'], 'what is offered again');
  } finally {
    await window.close();
  }
});

test('the_export_dialog_stays_usable_in_a_small_dark_window', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.run(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await resize(900, 600);
    await window.click('.card .act');
    await window.untilThere(`${OPEN} details`);
    await window.click(radio('format', 'png'));
    await window.click(radio('paper', 'A4'));
    await window.click(`${OPEN} summary`);
    await window.painted();
    await screenshot(window, 'export-small-dark');
    const inside = await window.run(() => {
      const box = document.querySelector('dialog[open] .primary').getBoundingClientRect();
      const dialog = document.querySelector('dialog[open]').getBoundingClientRect();
      const wide = document.querySelector('dialog[open]');
      return [box.bottom <= innerHeight, dialog.bottom <= innerHeight, wide.scrollWidth <= wide.clientWidth];
    });
    equal(inside, [true, true, true], 'button, dialog and its width inside the window');
    for (const format of ['svg', 'csv', 'json', 'pdf']) {
      await window.click(radio('format', format));
      await window.painted();
    }
  } finally {
    await window.close();
  }
});

test('what_cannot_be_exported_is_said_in_the_dialog', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.click('.card .act');
    await window.untilThere(`${OPEN} details`);
    await window.run(() => (document.querySelector('dialog[open] details').open = true));
    await fill(window, 'date', 'yesterday');
    await window.run(() => void setTimeout(() => document.querySelector('dialog[open] .primary').click(), 50));
    await answerFileDialog('导出图表', path.join(freshFolder(), 'never.pdf'));
    await window.until('the reason', () => document.querySelector('dialog[open] [role="alert"]')?.textContent.includes('yesterday'));
    await screenshot(window, 'export-failed');
    await fill(window, 'date', '2026-11-25');
    await fill(window, 'margin', '90');
    await window.run(() => (document.querySelector('dialog[open] details').open = false));
    await window.painted();
    await window.run(() => document.querySelector('dialog[open] .primary').click());
    await window.until('the wrong field unfolded', () => document.querySelector('dialog[open] details').open);
  } finally {
    await window.close();
  }
});
