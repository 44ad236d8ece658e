// The main job: a page dropped on the real window becomes charts whose marks open the sentence behind them.
import { dropFiles, screenshot, start } from './lib/desk.mjs';
import { assert, equal, test } from './lib/runner.mjs';
import { invented, squeezed, wordsOf } from './lib/samples.mjs';

/** Notes in the page when marks have been painted, from the first to the last. */
function watchMarks() {
  window.markTimes = [];
  new MutationObserver(() => {
    const marks = document.querySelectorAll('.card .mark').length;
    if (marks) requestAnimationFrame(() => setTimeout(() => window.markTimes.push([Date.now(), marks])));
  }).observe(document.body, { childList: true, subtree: true });
}

test('a_dropped_page_becomes_charts_and_a_mark_opens_its_sentence', async () => {
  const window = await start();
  try {
    await window.untilThere('section h1');
    await window.run(watchMarks);
    const dropped = await dropFiles([invented]);
    await window.untilThere('.card[data-chart="output-by-park"] .mark');
    await window.untilThere('.card[data-chart="high-tech-firms"] .mark');
    await window.until('charts at rest', () => {
      const last = window.markTimes.at(-1);
      return last && Date.now() - last[0] > 600;
    });
    const charts = await window.run(() => [...document.querySelectorAll('.card')].map((c) => c.dataset.chart));
    assert(charts.includes('automotive-share'), `charts: ${charts}`);
    const times = await window.run(() => [window.markTimes[0][0], window.markTimes.at(-1)[0]]);
    await screenshot(window, 'dropped');
    await opensSentence(window);
    await screenshot(window, 'evidence');
    return `first chart ${times[0] - dropped} ms, all charts ${times[1] - dropped} ms after the drop`;
  } finally {
    await window.close();
  }
});

/** Clicks the first mark with one observation and compares the panel with the page. */
async function opensSentence(window) {
  const at = await window.run(() => {
    const marks = [...document.querySelectorAll('.card[data-chart="output-by-park"] .mark')];
    const mark = marks.find((m) => /^\d+$/.test(m.getAttribute('data-observations') ?? '')) ?? marks[0];
    const shape = mark.querySelector('rect, path, circle, polygon') ?? mark;
    shape.setAttribute('id', 'wanted-mark');
    return mark.getAttribute('data-observations');
  });
  await window.click('#wanted-mark');
  await window.untilThere('aside blockquote mark');
  const panel = await window.run(() => ({
    id: document.querySelector('aside').dataset.observation,
    quote: document.querySelector('aside blockquote').textContent,
    amount: document.querySelector('aside blockquote mark').textContent,
    fields: [...document.querySelectorAll('aside dd')].map((d) => d.textContent.trim()),
  }));
  assert(at.split(' ').includes(panel.id), `panel shows ${panel.id}, mark stands for ${at}`);
  const page = wordsOf(invented);
  assert(page.includes(squeezed(panel.amount)), `highlighted words are not on the page: ${panel.amount}`);
  const parts = panel.quote.split('…').map(squeezed).filter(Boolean);
  for (const part of parts) assert(page.includes(part), `quoted words are not on the page: ${part}`);
  assert(/\d/.test(panel.amount), `no figure highlighted: ${panel.amount}`);
  assert(panel.fields.length >= 5, `fields: ${panel.fields}`);
}

test('the_keyboard_reaches_a_mark_and_opens_it', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.run(() => document.querySelector('.card .mark[tabindex="0"]').focus());
    await window.keys('\uE015');
    const focused = () => document.activeElement?.getAttribute('aria-label');
    const second = await window.run(focused);
    assert(
      second && second !== (await window.run(() => document.querySelector('.mark')?.getAttribute('aria-label'))),
      `focus after an arrow: ${second}`,
    );
    await window.untilThere('.tip');
    await window.untilThere('.ring.focus');
    await screenshot(window, 'focus');
    await window.keys('\uE007');
    await window.untilThere('aside blockquote mark');
    await window.keys('\uE00C');
    await window.until('panel closed', () => !document.querySelector('aside'));
  } finally {
    await window.close();
  }
});

test('a_figure_can_be_rejected_and_taken_back', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    const before = (await window.invoke('app_state')).library.observations;
    await window.click('.figures button');
    await window.untilThere('aside .acts button');
    await window.click('aside .acts button');
    await window.untilThere('aside .rejected');
    equal((await window.invoke('app_state')).library.observations, before - 1, 'observations after rejecting');
    await window.click('aside .acts button');
    await window.until(
      'taken back',
      () => document.querySelector('aside') && !document.querySelector('aside .rejected'),
    );
    equal((await window.invoke('app_state')).library.observations, before, 'observations after taking back');
  } finally {
    await window.close();
  }
});
