// The desk that the program stands on: mouse, screen, files dragged in, a fresh library for each start.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Window } from './webdriver.mjs';

const run = promisify(execFile);

export const root = path.resolve(import.meta.dirname, '../../..');
export const program = process.env.TIDEMARK_PROGRAM;
/** Where artefacts stay. */
export const artefacts = path.join(path.resolve(process.env.CARGO_TARGET_DIR ?? path.join(root, 'target')), 'e2e');
mkdirSync(artefacts, { recursive: true });

const SOURCE = { x: 1480, y: 300 };
const STEP_MS = 120;

export const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'tidemark-e2e-'));

/** Environment of a program with a library and settings of its own. */
export function freshHome() {
  const home = freshFolder();
  return {
    HOME: home,
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    TIDEMARK_LIBRARY: path.join(home, 'test.tidemark'),
    TIDEMARK_DATE: '2026-11-25',
  };
}

/** Starts the program on an empty library and waits until it is usable. */
export async function start(args = [], env = freshHome()) {
  const window = await Window.open(program, args, env);
  await window.untilThere('nav .entry', 60_000);
  return window;
}

const mouse = (...words) => run('xdotool', words.map(String));

/**
 * Drags files with the mouse from another program's window onto the middle of the page and lets them go; gives the
 * time at which they were let go.
 */
export async function dropFiles(files) {
  const script = path.join(import.meta.dirname, 'drop_source.py');
  const source = spawn('/usr/bin/python3', [script, SOURCE.x, SOURCE.y, ...files].map(String), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await said(source, 'ready');
    await sleep(300);
    await mouse('mousemove', SOURCE.x + 30, SOURCE.y + 30, 'mousedown', 1);
    for (const [x, y] of [
      [1500, 340],
      [1460, 360],
      [1200, 420],
      [900, 450],
      [760, 460],
      [750, 462],
    ]) {
      await sleep(STEP_MS);
      await mouse('mousemove', x, y);
    }
    await sleep(STEP_MS);
    const over = said(source, 'dropped');
    const time = Date.now();
    await mouse('mouseup', 1);
    await over;
    return time;
  } finally {
    source.kill();
  }
}

function said(child, word) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the drag source never said ${word}`)), 15_000);
    child.stdout.on('data', (data) => {
      if (!String(data).includes(word)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A picture of the whole screen, kept as an artefact. */
export async function screenshot(window, name) {
  await window.painted();
  execFileSync('import', ['-window', 'root', path.join(artefacts, `${name}.png`)]);
}

/** Waits for the system's own file dialog, types a path into it and confirms it with the keyboard. */
export async function answerFileDialog(title, file) {
  await focusDialog(title);
  await run('xdotool', ['key', '--clearmodifiers', 'ctrl+a']);
  await run('xdotool', ['type', '--delay', '15', file]);
  await sleep(300);
  await run('xdotool', ['key', 'Return']);
}

/** Waits for a dialog with one button and presses it by keyboard. */
export async function dismissDialog(title) {
  await focusDialog(title);
  await run('xdotool', ['key', 'Return']);
}

async function focusDialog(title) {
  const find = () => run('xdotool', ['search', '--onlyvisible', '--name', `^${title}$`]).catch(() => null);
  let found = null;
  for (let attempt = 0; attempt < 200 && !found; attempt += 1) {
    found = await find();
    if (!found) await sleep(50);
  }
  if (!found) throw new Error(`no dialog “${title}” appeared`);
  await run('xdotool', ['windowfocus', '--sync', found.stdout.trim().split('\n').pop()]);
  await sleep(600);
}

/** Sizes the program's window as a person does at its corner. */
export async function resize(width, height) {
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', 'Tidemark']);
  const id = stdout.trim().split('\n').pop();
  await run('xdotool', ['windowsize', '--sync', id, String(width), String(height)]);
}

export const textOfPdf = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
/** Pixels across and down of the picture that another program would paste. */
export function pictureOnClipboard() {
  const script = path.join(import.meta.dirname, 'clipboard.py');
  return execFileSync('/usr/bin/python3', [script], { encoding: 'utf8' }).trim().split(' ').map(Number);
}

export const infoOfPdf = (file) => execFileSync('pdfinfo', [file], { encoding: 'utf8' });
