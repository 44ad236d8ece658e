// Ways into the program: empty, with samples, with files as arguments, by a second start.
import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { dismissDialog, freshFolder, freshHome, program, screenshot, start } from './lib/desk.mjs';
import { assert, equal, test } from './lib/runner.mjs';
import { page, write } from './lib/samples.mjs';

const run = promisify(execFile);

test('an_empty_library_offers_samples_or_a_drop', async () => {
  const began = Date.now();
  const window = await start();
  try {
    await window.untilThere('section h1');
    const took = Date.now() - began;
    const buttons = await window.texts('section button');
    equal(buttons.length, 2, 'buttons of the empty state');
    await screenshot(window, 'empty');
    return `usable after ${took} ms`;
  } finally {
    await window.close();
  }
});

test('the_samples_come_with_the_program', async () => {
  const window = await start();
  try {
    await window.untilThere('section h1');
    await window.click('section .acts .button:not(.primary)');
    await window.untilThere('.card .mark', 60_000);
    const state = await window.invoke('app_state');
    assert(state.library.pages >= 10, `sample pages: ${state.library.pages}`);
    await screenshot(window, 'samples');
    return `${state.library.pages} pages, ${state.library.observations} observations`;
  } finally {
    await window.close();
  }
});

test('files_given_as_arguments_are_imported', async () => {
  const files = write(freshFolder(), { '版面 一#.txt': page(1) });
  const window = await start(files);
  try {
    await window.untilThere('.card .mark');
    equal(await window.text('.summary .name'), '版面 一#.txt', 'imported file');
  } finally {
    await window.close();
  }
});

test('a_second_start_hands_its_files_to_the_first_window', async () => {
  const home = freshHome();
  const window = await start([], home);
  try {
    await window.untilThere('section h1');
    const folder = freshFolder();
    write(folder, { '后来的.txt': page(2) });
    await run(program, ['后来的.txt'], { cwd: folder, env: { ...process.env, ...home }, timeout: 20_000 });
    await window.untilThere('.card .mark');
    equal(await window.text('.summary .name'), '后来的.txt', 'imported file');
    const state = await window.invoke('app_state');
    equal(path.basename(state.library.path), 'test.tidemark', 'library');
    equal(state.library.pages, 1, 'pages');
  } finally {
    await window.close();
  }
});

test('a_library_that_cannot_be_opened_is_said_in_a_dialog', async () => {
  const home = freshHome();
  write(path.dirname(home.TIDEMARK_LIBRARY), { 'test.tidemark': '不是资料库\n'.repeat(200) });
  const child = spawn(program, [], { env: { ...process.env, ...home }, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await dismissDialog('打不开资料库');
    equal(await ended, 1, 'exit code');
  } finally {
    child.kill();
  }
});
