// What the window shows now, and the actions that change it. Data stays in Rust; this holds what was last asked for.
import * as backend from './backend';
import { fileName } from './format';
import { t } from './messages';
import { settings } from './settings.svelte';
import type { AppState } from './types/AppState';
import type { ChartRequest } from './types/ChartRequest';
import type { Dashboard } from './types/Dashboard';
import type { ImportOptions } from './types/ImportOptions';
import type { ImportProgress } from './types/ImportProgress';
import type { ImportReport } from './types/ImportReport';
import type { IndicatorRow } from './types/IndicatorRow';
import type { ObservationFilter } from './types/ObservationFilter';
import type { OwnPlace } from './types/OwnPlace';
import { errorText } from './errors';

export type View = 'dashboard' | 'indicators' | 'observations' | 'pages';

export interface Notice {
  id: number;
  text: string;
  details?: string;
  isError: boolean;
}

/** What a chart card asks to be exported or printed. */
export interface ExportTask {
  request: ChartRequest;
  title: string;
  print: boolean;
}

const LIBRARY_FILES = () => [{ name: t('library.files'), extensions: ['tidemark'] }];
const LIBRARY_ENDING = '.tidemark';
const NOTICE_MS = 5000;

/** A filter that lets everything through. */
export function anyObservation(): ObservationFilter {
  return {
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
}

class App {
  known = $state.raw<AppState | null>(null);
  view = $state<View>('dashboard');
  board = $state.raw<Dashboard | null>(null);
  /** Every indicator with figures. */
  indicators = $state.raw<IndicatorRow[]>([]);
  /** Grows whenever the library's contents change: views read it to know when to ask again. */
  revision = $state(0);
  evidence = $state.raw<{ ids: number[]; at: number } | null>(null);
  progress = $state.raw<ImportProgress | null>(null);
  /** How far pages are read again, for a place of the user's own or after an update; null while none is. */
  reading = $state.raw<ImportProgress | null>(null);
  report = $state.raw<ImportReport | null>(null);
  dropping = $state<number | null>(null);
  notices = $state.raw<Notice[]>([]);
  filter = $state.raw<ObservationFilter>(anyObservation());
  indicator = $state<string | null>(null);
  exporting = $state.raw<ExportTask | null>(null);

  #chosenPeriod: string | null = null;
  #asked = 0;
  #waiting: string[] = [];
  #noticeIds = 0;

  /** Reads the library and the files the program was started with, and listens for more. */
  async start() {
    await backend.onImportProgress((progress) => (this.progress = progress));
    await backend.onReadingAgain((progress) => (this.reading = progress.done < progress.total ? progress : null));
    await backend.onFilesOpened((paths) => void this.openPaths(paths));
    await backend.onFileDrop({
      over: (count) => (this.dropping = count),
      leave: () => (this.dropping = null),
      drop: (paths) => {
        this.dropping = null;
        void this.openPaths(paths);
      },
    });
    await this.refresh();
    const opened = await this.attempt(backend.takeOpenedFiles());
    if (opened?.length) await this.openPaths(opened);
    void this.#readAgain();
  }

  /** What an older program has read is read again beside everything else. */
  async #readAgain() {
    const count = await this.attempt(backend.readAgain());
    this.reading = null;
    if (!count) return;
    await this.refresh();
    this.notify(t('library.read-again', { count }));
  }

  /** The open library has pages. */
  get hasPages(): boolean {
    return (this.known?.library.pages ?? 0) > 0;
  }

  /** Asks Rust again for everything that is shown, and shows it in one go. */
  async refresh(place = this.board?.place ?? null, report = this.report) {
    const asked = (this.#asked += 1);
    const [known, indicators, board] = await Promise.all([
      this.attempt(backend.appState()),
      this.attempt(backend.listIndicators(null)),
      this.attempt(backend.dashboard(place, this.#chosenPeriod)),
    ]);
    if (known) this.known = known;
    if (indicators) this.indicators = indicators;
    if (board && asked === this.#asked) this.board = board;
    this.report = report;
    this.revision += 1;
  }

  /** Waits for a command; its error becomes a notice and the answer is undefined. */
  async attempt<T>(command: Promise<T>): Promise<T | undefined> {
    try {
      return await command;
    } catch (error) {
      const { text, details } = errorText(error);
      this.notify(text, true, details);
      return undefined;
    }
  }

  notify(text: string, isError = false, details?: string) {
    const id = (this.#noticeIds += 1);
    const others = this.notices.filter((notice) => notice.text !== text || notice.details !== details);
    this.notices = [...others.slice(-2), { id, text, details, isError }];
    if (!isError) setTimeout(() => this.dismiss(id), NOTICE_MS);
  }

  dismiss(id: number) {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  /** Shows the dashboard of a place and period; nulls leave the choice to Rust. Late answers are dropped. */
  async showBoard(place: string | null, period: string | null) {
    const asked = (this.#asked += 1);
    const board = await this.attempt(backend.dashboard(place, period));
    if (board && asked === this.#asked) this.board = board;
  }

  /** Goes to a place, at the period chosen before when the place has it. */
  async choosePlace(place: string) {
    this.view = 'dashboard';
    await this.showBoard(place, null);
    const wanted = this.#chosenPeriod;
    const board = this.board;
    if (wanted && board?.place === place && board.period !== wanted && board.periods.some((p) => p.period === wanted))
      await this.showBoard(place, wanted);
  }

  async choosePeriod(period: string) {
    this.#chosenPeriod = period;
    await this.showBoard(this.board?.place ?? null, period);
  }

  chooseIndicator(name: string) {
    this.indicator = name;
    this.view = 'indicators';
  }

  /** Goes to the table of observations, filtered. */
  showObservations(filter: Partial<ObservationFilter>) {
    this.filter = { ...anyObservation(), ...filter };
    this.view = 'observations';
  }

  openEvidence(ids: number[], at = 0) {
    if (ids.length) this.evidence = { ids, at };
  }

  closeEvidence() {
    this.evidence = null;
  }

  /** Files from outside: a library is opened, everything else is imported into the one then open. */
  async openPaths(paths: string[]) {
    const isLibrary = (path: string) => path.toLowerCase().endsWith(LIBRARY_ENDING);
    const library = paths.find(isLibrary);
    if (library) await this.#turnTo(backend.openLibrary(library));
    await this.importPaths(paths.filter((path) => !isLibrary(path)));
  }

  /** Imports files; those that arrive meanwhile are taken in the next round. */
  async importPaths(paths: string[], options: ImportOptions = { issue_date: null, home: null }) {
    if (!paths.length) return;
    if (this.progress) {
      this.#waiting.push(...paths);
      return;
    }
    await this.#import(paths.length, fileName(paths[0] ?? ''), backend.importPages(paths, options));
    const next = this.#waiting.splice(0);
    if (next.length) await this.importPaths(next);
  }

  async importSamples() {
    if (!this.progress) await this.#import(0, '', backend.importSamples());
  }

  async #import(total: number, name: string, command: Promise<ImportReport>) {
    this.progress = { done: 0, total, name };
    const report = await this.attempt(command);
    this.progress = null;
    if (report) await this.#showImported(report);
  }

  /** The dashboard turns to what was just imported, unless nothing was. */
  async #showImported(report: ImportReport) {
    const isNew = report.files.some((file) => file.outcome.kind === 'imported');
    if (isNew) this.#chosenPeriod = null;
    await this.refresh(isNew ? null : undefined, report);
    if (isNew) this.view = 'dashboard';
  }

  async chooseImport() {
    const kinds = [
      { name: t('import.files'), extensions: ['txt'] },
      { name: t('import.any'), extensions: ['*'] },
    ];
    await this.importPaths((await this.attempt(backend.chooseFiles(t('import.choose'), kinds))) ?? []);
  }

  /** Sets what the user knows of a page and reads it again. */
  async setContext(page: number, options: ImportOptions): Promise<boolean> {
    const done = await this.attempt(backend.setPageContext(page, options).then(() => true));
    if (!done) return false;
    this.evidence = null;
    await this.refresh(null);
    return true;
  }

  async removePage(page: number, name: string) {
    const done = await this.attempt(backend.removePage(page).then(() => true));
    if (!done) return;
    this.evidence = null;
    this.notify(t('pages.removed', { name }));
    await this.refresh();
  }

  async reject(observation: number, rejected: boolean) {
    await this.attempt(backend.rejectObservation(observation, rejected));
    await this.refresh();
  }

  async newLibrary() {
    const path = await this.attempt(
      backend.chooseTarget(t('library.new'), `${t('app.name')}.tidemark`, LIBRARY_FILES()),
    );
    if (path) await this.#turnTo(backend.newLibrary(path));
  }

  async openLibrary() {
    const path = await this.attempt(backend.chooseFile(t('library.open'), LIBRARY_FILES()));
    if (path) await this.#turnTo(backend.openLibrary(path));
  }

  async saveLibraryAs() {
    const name = this.known?.library.name ?? t('app.name');
    const path = await this.attempt(backend.chooseTarget(t('library.save-as'), `${name}.tidemark`, LIBRARY_FILES()));
    if (!path) return;
    const saved = await this.attempt(backend.saveLibraryAs(path));
    if (saved) this.notify(t('library.saved', { name: fileName(path) }));
    await this.refresh();
  }

  async #turnTo(command: Promise<{ name: string }>) {
    const library = await this.attempt(command);
    if (!library) return;
    this.#chosenPeriod = null;
    this.evidence = null;
    this.indicator = null;
    this.filter = anyObservation();
    this.view = 'dashboard';
    await this.refresh(null, null);
    this.notify(t('library.opened', { name: library.name }));
    void this.#readAgain();
  }

  /** Keeps a place of the user's own; Rust reads all pages again. Fails with the command's error. */
  async setOwnPlace(place: OwnPlace) {
    const kept = await backend.setOwnPlace(place).finally(() => (this.reading = null));
    await this.#placesChanged(t('own.added', { name: kept.name }));
  }

  async removeOwnPlace(name: string) {
    await backend.removeOwnPlace(name).finally(() => (this.reading = null));
    await this.#placesChanged(t('own.removed', { name }));
  }

  async #placesChanged(words: string) {
    this.evidence = null;
    await this.refresh();
    this.notify(words);
  }

  /** A chart request for now: the look in force and today's date. */
  chart(name: string, place: string | null, period: string | null): ChartRequest {
    return {
      name,
      place,
      period,
      theme: settings.look,
      date: this.known?.today ?? null,
      language: settings.language,
    };
  }
}

export const app = new App();
