// The other views and the window's sizes and looks.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { artefacts, resize, screenshot, start } from './lib/desk.mjs';
import { assert, equal, test } from './lib/runner.mjs';
import { invented, sampleSet } from './lib/samples.mjs';

const view = (index) => `nav .entry:nth-of-type(${index})`;
const FILTER = {
  place: null,
  indicator: null,
  period: null,
  page: null,
  text: null,
  include_rejected: false,
  sort: null,
  descending: false,
  offset: 0,
  limit: 0,
};

test('the_table_of_observations_sorts_filters_and_saves', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.click(view(3));
    await window.untilThere('.length .row .cell.value');
    const total = await window.run(() => Number(document.querySelector('.table').getAttribute('aria-rowcount')) - 1);
    equal(total, (await window.invoke('list_observations', { filter: FILTER })).total, 'rows');
    await window.click('.head .cell.value button');
    await window.untilThere('.head .cell.value[aria-sort="ascending"]');
    await screenshot(window, 'observations');
    await window.click('.filters .text');
    await window.keys('高新');
    await window.until(
      'fewer rows',
      (before) => {
        const rows = Number(document.querySelector('.table').getAttribute('aria-rowcount')) - 1;
        return rows > 0 && rows < before;
      },
      [total],
    );
    await window.click('.length .row');
    await window.untilThere('aside blockquote mark');
    const file = path.join(artefacts, 'observations.csv');
    await window.invoke('save_observations_csv', { filter: FILTER, path: file });
    const csv = readFileSync(file);
    equal([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'byte order mark, without which Excel takes it for GBK');
    assert(csv.toString('utf8').trim().split('\n').length >= total, 'rows of the CSV');
  } finally {
    await window.close();
  }
});

test('an_indicator_chosen_is_charted_with_its_observations', async () => {
  const window = await start(sampleSet('invented'));
  try {
    await window.untilThere('.card .mark');
    await window.click(view(2));
    await window.untilThere('.list li button');
    await window.click('.list li:nth-child(2) button');
    await window.untilThere('.detail .card .mark');
    await window.untilThere('.detail .length .row');
    await screenshot(window, 'indicators');
  } finally {
    await window.close();
  }
});

test('a_page_gets_another_date_and_is_removed', async () => {
  const window = await start([invented]);
  try {
    await window.untilThere('.card .mark');
    await window.click(view(4));
    await window.untilThere('tr[data-page]');
    await screenshot(window, 'pages');
    await window.click('tr[data-page] .acts button');
    await window.untilThere('dialog[open] input');
    await window.run(() => {
      const date = document.querySelector('dialog[open] input');
      date.value = '2022-02';
      date.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await window.click('dialog[open] .primary');
    await window.until('the new date', () => document.querySelector('tr[data-page]')?.textContent.includes('2022-02'));
    await window.click('tr[data-page] .acts button:last-child');
    await window.click('dialog[open] .danger');
    await window.until('no page', () => !document.querySelector('tr[data-page]'));
    equal((await window.invoke('app_state')).library.observations, 0, 'observations');
  } finally {
    await window.close();
  }
});

test('period_and_place_can_be_chosen', async () => {
  const window = await start(sampleSet('invented'));
  try {
    await window.untilThere('.card .mark');
    const periods = await window.run(() => [...document.querySelector('select.period').options].map((o) => o.value));
    assert(periods.length > 1, `periods: ${periods}`);
    const places = await window.texts('.places button');
    assert(places.length > 1, `places: ${places}`);
    const before = await window.text('h1');
    const other = places.findIndex((name) => name !== before);
    await window.run((index) => document.querySelectorAll('.places button')[index].click(), other);
    await window.until('the other place', (name) => document.querySelector('h1').textContent === name, [places[other]]);
  } finally {
    await window.close();
  }
});

test('small_and_large_light_and_dark_nothing_overflows', async () => {
  const window = await start(sampleSet('invented'));
  try {
    await window.untilThere('.card .mark');
    for (const [theme, index] of [
      ['light', 2],
      ['dark', 3],
    ]) {
      await window.click('.foot .root:last-child .opener');
      await window.click(`.sheet fieldset:first-child button:nth-of-type(${index})`);
      await window.click('h1');
      for (const [width, height] of [
        [1440, 900],
        [900, 600],
      ]) {
        await resize(width, height);
        await window.until('size', (w) => Math.abs(innerWidth - w) < 3, [width]);
        await fits(window);
        await screenshot(window, `${theme}-${width}`);
      }
    }
    await resize(1440, 900);
  } finally {
    await window.close();
  }
});

/** Every drawing has the size of its place, and the page does not scroll sideways. */
async function fits(window) {
  await window.until('charts of the right size', () => {
    const pictures = [...document.querySelectorAll('.card .picture')];
    return pictures.every((picture) => {
      const svg = picture.querySelector('svg');
      const box = svg?.getBoundingClientRect();
      const near = (a, b) => Math.abs(a - b) < 2;
      return box && near(box.width, picture.clientWidth) && near(box.height, picture.clientHeight);
    });
  });
  const wide = await window.run(() => document.scrollingElement.scrollWidth - innerWidth);
  assert(wide <= 0, `the page is ${wide} px too wide`);
  const outside = await window.run(() =>
    [...document.querySelectorAll('.card svg')].flatMap((svg) => {
      const box = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')];
      return texts.filter((text) => text.getBoundingClientRect().right > box.right).map((text) => text.textContent);
    }),
  );
  equal(outside, [], 'words that run out of their drawing');
}
