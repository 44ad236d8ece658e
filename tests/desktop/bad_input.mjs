// What people drop by mistake: each gets its own plain words, everything else goes on.
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dropFiles, freshFolder, screenshot, start } from './lib/desk.mjs';
import { assert, equal, test } from './lib/runner.mjs';
import { page, write } from './lib/samples.mjs';

/** Files that cannot be read, by the code each must get. */
function badFiles(folder) {
  const binary = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256));
  const latin = Buffer.from('La préfecture a créé 1 200 emplois, été comme hiver.\n', 'latin1');
  const huge = path.join(folder, '太大.txt');
  writeFileSync(huge, page(0));
  truncateSync(huge, 300 * 1024 * 1024);
  mkdirSync(path.join(folder, '文件夹.txt'));
  const [empty, image, unclear] = write(folder, { '空.txt': '', '图片.txt': binary, '乱码.txt': latin });
  return {
    empty,
    binary: image,
    encoding: unclear,
    'too-large': huge,
    directory: path.join(folder, '文件夹.txt'),
    'not-found': path.join(folder, '没有.txt'),
  };
}

test('each_bad_file_gets_its_own_message_and_the_program_stays_usable', async () => {
  const folder = freshFolder();
  const bad = badFiles(folder);
  const [dry] = write(folder, { '无数字.txt': '云上的诗\n\n　　风从海上来，把渔火吹得很远。\n' });
  const window = await start();
  try {
    const paths = [...Object.values(bad), dry];
    const report = await window.invoke('import_pages', { paths, options: { issue_date: null, home: null } });
    Object.keys(bad).forEach((code, index) => {
      const outcome = report.files[index].outcome;
      equal(outcome.kind === 'failed' ? outcome.code : outcome.kind, code, report.files[index].name);
    });
    equal(
      report.files.at(-1).outcome,
      { ...report.files.at(-1).outcome, kind: 'imported', observations: 0 },
      'dry page',
    );
    const state = await window.invoke('app_state');
    equal(state.library.pages, 1, 'pages after bad files');
  } finally {
    await window.close();
  }
});

test('fifty_files_dropped_with_three_bad_ones_import_the_others', async () => {
  const folder = freshFolder();
  const good = Object.fromEntries(
    Array.from({ length: 46 }, (_, i) => [`页${String(i).padStart(2, '0')}.txt`, page(i)]),
  );
  const files = write(folder, { ...good, '重复.txt': page(7) });
  const badFolder = path.join(folder, 'bad');
  mkdirSync(badFolder);
  const { empty, binary, directory } = badFiles(badFolder);
  files.splice(5, 0, empty);
  files.splice(20, 0, binary, directory);
  equal(files.length, 50, 'files');
  const window = await start();
  try {
    await window.untilThere('section h1');
    await dropFiles(files);
    await window.untilThere('.summary li', 120_000);
    const summary = await window.text('.summary .line');
    for (const words of ['46 份已导入', '1 份已在库中', '3 份未能读入'])
      assert(summary.includes(words), `summary: ${summary}`);
    const rows = await window.texts('.summary li');
    equal(rows.length, 50, 'rows');
    const failures = rows.slice(0, 3).map((row) => row.replace(/\s+/g, ' '));
    for (const [index, words] of [
      [0, '文件是空的'],
      [1, '不是文本文件'],
      [2, '文件夹'],
    ])
      assert(failures[index].includes(words), `row ${index}: ${failures[index]}`);
    await window.untilThere('.card .mark');
    await screenshot(window, 'fifty');
    const state = await window.invoke('app_state');
    equal(state.library.pages, 46, 'pages');
  } finally {
    await window.close();
  }
});

test('the_same_page_twice_changes_nothing_and_says_so', async () => {
  const [first, copy] = write(freshFolder(), { '原.txt': page(3), '副本.txt': page(3) });
  const window = await start([first, copy]);
  try {
    await window.untilThere('.summary');
    await window.untilThere('.card .mark');
    const summary = await window.text('.summary .line');
    assert(summary.includes('1 份已导入') && summary.includes('1 份已在库中'), `summary: ${summary}`);
    const before = await window.invoke('app_state');
    await dropFiles([first]);
    await window.until('the second report', () => document.querySelector('.summary .name')?.textContent === '原.txt');
    const words = await window.text('.summary .line');
    assert(words.includes('没有重复导入'), `summary: ${words}`);
    equal((await window.invoke('app_state')).library, before.library, 'library');
  } finally {
    await window.close();
  }
});
