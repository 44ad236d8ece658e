// The few words of WebDriver that the tests need, spoken straight to WebKitWebDriver.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A port that nobody listens on. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The program under WebDriver: one driver and one session for each start. */
export class Window {
  /** Starts the program with arguments and environment, and waits until WebDriver holds its page. */
  static async open(binary, args = [], env = {}) {
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      env: { ...process.env, TAURI_AUTOMATION: 'true', TAURI_WEBVIEW_AUTOMATION: 'true', ...env },
      stdio: ['ignore', 'ignore', process.env.TIDEMARK_E2E_LOUD ? 'inherit' : 'ignore'],
      detached: true,
    });
    const window = new Window(driver, `http://127.0.0.1:${port}`);
    try {
      await window.#begin(binary, args);
    } catch (error) {
      await window.close();
      throw error;
    }
    return window;
  }

  constructor(driver, address) {
    this.driver = driver;
    this.address = address;
    this.session = null;
  }

  async #begin(binary, args) {
    const wanted = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } } };
    for (let attempt = 0; ; attempt += 1) {
      try {
        this.session = (await this.#send('POST', '/session', wanted)).sessionId;
        break;
      } catch (error) {
        if (attempt > 100 || !/fetch failed/.test(String(error))) throw error;
        await sleep(100);
      }
    }
    await this.#send('POST', this.#path('/timeouts'), { script: 60_000 });
  }

  /** Ends the program and its driver. */
  async close() {
    if (this.session) await this.#send('DELETE', `/session/${this.session}`).catch(() => {});
    this.session = null;
    const ended = new Promise((resolve) => this.driver.once('exit', resolve));
    try {
      process.kill(-this.driver.pid, 'SIGTERM');
    } catch {
      return;
    }
    await Promise.race([ended, sleep(3000)]);
  }

  #path(rest) {
    return `/session/${this.session}${rest}`;
  }

  async #send(method, path, body) {
    const answer = await fetch(this.address + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebDriver ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  /** Runs a function's text in the page with JSON arguments and gives back what it returns. */
  run(work, ...args) {
    const script = `return (${work}).apply(null, arguments)`;
    return this.#send('POST', this.#path('/execute/sync'), { script, args });
  }

  /** Calls a command of the program as its page does. */
  async invoke(command, args = {}) {
    const script = `const done = arguments[2];
      window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then(
        (value) => done({ value }), (error) => done({ error: JSON.stringify(error) }));`;
    const answer = await this.#send('POST', this.#path('/execute/async'), { script, args: [command, args] });
    if (answer.error) throw new Error(`${command}: ${answer.error}`);
    return answer.value;
  }

  /** Waits until what the page holds now is on the screen. */
  painted() {
    const script = `const done = arguments[0];
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 400)));`;
    return this.#send('POST', this.#path('/execute/async'), { script, args: [] });
  }

  async all(selector) {
    const found = await this.#send('POST', this.#path('/elements'), { using: 'css selector', value: selector });
    return found.map((element) => element[ELEMENT]);
  }

  /** A real click in the middle of an element, once it has come to rest: charts redraw and rows move. */
  async click(selector) {
    await this.#atRest(selector);
    const [element] = await this.all(selector);
    if (!element) throw new Error(`nothing to click: ${selector}`);
    await this.#send('POST', this.#path(`/element/${element}/click`), {});
  }

  async #atRest(selector) {
    const place = (wanted) => JSON.stringify(document.querySelector(wanted)?.getBoundingClientRect() ?? null);
    let before = null;
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const now = await this.run(place, selector);
      if (now !== 'null' && now === before) return;
      before = now;
      await sleep(60);
    }
  }

  /** Types words or keys where the focus is. */
  async keys(text) {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#send('POST', this.#path('/actions'), { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Text of the first match, or null. */
  text(selector) {
    return this.run((wanted) => document.querySelector(wanted)?.textContent?.trim() ?? null, selector);
  }

  texts(selector) {
    return this.run((wanted) => [...document.querySelectorAll(wanted)].map((e) => e.textContent.trim()), selector);
  }

  count(selector) {
    return this.run((wanted) => document.querySelectorAll(wanted).length, selector);
  }

  /** Waits until a function of the page gives something true, and gives that. */
  async until(what, work, args = [], limit = 20_000) {
    const start = Date.now();
    for (;;) {
      const value = await this.run(work, ...args);
      if (value) return value;
      if (Date.now() - start > limit) throw new Error(`waited ${limit} ms for ${what}`);
      await sleep(25);
    }
  }

  untilThere(selector, limit) {
    return this.until(selector, (wanted) => document.querySelectorAll(wanted).length, [selector], limit);
  }
}
