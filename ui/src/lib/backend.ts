// The one door to Rust: every command, event and dialog of the window, typed. Nothing else imports @tauri-apps.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { open, save } from '@tauri-apps/plugin-dialog';
import type { AppState } from './types/AppState';
import type { ChartKinds } from './types/ChartKinds';
import type { BriefRequest } from './types/BriefRequest';
import type { ChartRequest } from './types/ChartRequest';
import type { Dashboard } from './types/Dashboard';
import type { EvidencePanel } from './types/EvidencePanel';
import type { ExportOptions } from './types/ExportOptions';
import type { ImportOptions } from './types/ImportOptions';
import type { ImportProgress } from './types/ImportProgress';
import type { ImportReport } from './types/ImportReport';
import type { IndicatorRow } from './types/IndicatorRow';
import type { LibraryInfo } from './types/LibraryInfo';
import type { ObservationFilter } from './types/ObservationFilter';
import type { ObservationList } from './types/ObservationList';
import type { OwnPlace } from './types/OwnPlace';
import type { PageRow } from './types/PageRow';
import type { RenderedChart } from './types/RenderedChart';

export const appState = () => invoke<AppState>('app_state');
export const newLibrary = (path: string) => invoke<LibraryInfo>('new_library', { path });
export const openLibrary = (path: string) => invoke<LibraryInfo>('open_library', { path });
export const saveLibraryAs = (path: string) => invoke<LibraryInfo>('save_library_as', { path });

/** Reads again what an older program has read; how many pages that were. */
export const readAgain = () => invoke<number>('read_again');

export const listOwnPlaces = () => invoke<OwnPlace[]>('list_own_places');
export const setOwnPlace = (place: OwnPlace) => invoke<OwnPlace>('set_own_place', { place });
export const removeOwnPlace = (name: string) => invoke<unknown>('remove_own_place', { name });

export const importPages = (paths: string[], options: ImportOptions) =>
  invoke<ImportReport>('import_pages', { paths, options });
export const importSamples = () => invoke<ImportReport>('import_samples');
export const takeOpenedFiles = () => invoke<string[]>('take_opened_files');

export const listPages = () => invoke<PageRow[]>('list_pages');
export const setPageContext = (page: number, options: ImportOptions) =>
  invoke<unknown>('set_page_context', { page, options });
export const removePage = (page: number) => invoke<unknown>('remove_page', { page });

export const listObservations = (filter: ObservationFilter) => invoke<ObservationList>('list_observations', { filter });
export const saveObservationsCsv = (filter: ObservationFilter, path: string) =>
  invoke<unknown>('save_observations_csv', { filter, path });
export const getEvidence = (observation: number) => invoke<EvidencePanel>('get_evidence', { observation });
export const rejectObservation = (observation: number, rejected: boolean) =>
  invoke<unknown>('reject_observation', { observation, rejected });

export const listIndicators = (place: string | null) => invoke<IndicatorRow[]>('list_indicators', { place });
export const dashboard = (place: string | null, period: string | null) =>
  invoke<Dashboard>('dashboard', { place, period });
export const renderChart = (request: ChartRequest, width: number, height: number) =>
  invoke<RenderedChart>('render_chart', { request, width, height });
export const chartKinds = (request: ChartRequest) => invoke<ChartKinds>('chart_kinds', { request });

/** Keeps the kind with the library; null leaves it to the program again. */
export const setChartKind = (chart: string, kind: string | null) => invoke<unknown>('set_chart_kind', { chart, kind });
export const exportChart = (request: ChartRequest, options: ExportOptions) =>
  invoke<unknown>('export_chart', { request, options });
export const exportBrief = (request: BriefRequest) => invoke<unknown>('export_brief', { request });
export const pictureOfChart = (request: ChartRequest) => invoke<ArrayBuffer>('picture_of_chart', { request });
export const printChart = (request: ChartRequest, options: ExportOptions) =>
  invoke<unknown>('print_chart', { request, options });

/** Calls back as each file of an import is done. */
export const onImportProgress = (heard: (progress: ImportProgress) => void) =>
  listen<ImportProgress>('import-progress', (event) => heard(event.payload));

/** Calls back as each page is done that is read again. */
export const onReadingAgain = (heard: (progress: ImportProgress) => void) =>
  listen<ImportProgress>('read-again-progress', (event) => heard(event.payload));

/** Calls back with the files that a second start of the program was given. */
export const onFilesOpened = (heard: (paths: string[]) => void) =>
  listen<string[]>('files-opened', (event) => heard(event.payload));

export interface DropEvents {
  /** Files hover over the window; how many. */
  over(count: number): void;
  /** They went away again. */
  leave(): void;
  /** They were let go. */
  drop(paths: string[]): void;
}

/** Files dragged from other programs onto this window. */
export const onFileDrop = (events: DropEvents) =>
  getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === 'enter') events.over(payload.paths.length);
    else if (payload.type === 'leave') events.leave();
    else if (payload.type === 'drop') events.drop(payload.paths);
  });

export interface FileKind {
  name: string;
  extensions: string[];
}

/** Asks for files to read; empty when the dialog was left. */
export async function chooseFiles(title: string, filters: FileKind[]): Promise<string[]> {
  const chosen = await open({ title, multiple: true, directory: false, filters });
  return chosen ?? [];
}

/** Asks for one file to read; null when the dialog was left. */
export const chooseFile = (title: string, filters: FileKind[]): Promise<string | null> =>
  open({ title, multiple: false, directory: false, filters });

/** Asks where to write; null when the dialog was left. */
export const chooseTarget = (title: string, defaultPath: string, filters: FileKind[]): Promise<string | null> =>
  save({ title, defaultPath, filters });
