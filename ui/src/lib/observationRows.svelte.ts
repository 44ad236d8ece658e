// Rows of a long list, fetched a chunk at a time as they come into view.
import { app } from './app.svelte';
import * as backend from './backend';
import type { ObservationFilter } from './types/ObservationFilter';
import type { ObservationRow } from './types/ObservationRow';

export const CHUNK = 200;

export class ObservationRows {
  total = $state<number | null>(null);
  #chunks = $state.raw<ReadonlyMap<number, ObservationRow[]>>(new Map());
  #filter: ObservationFilter | null = null;
  #asked = new Set<number>();
  #round = 0;

  /** Starts over with another filter or order; what is shown stays until the first rows are there. */
  async reset(filter: ObservationFilter, first: number, last: number) {
    this.#filter = filter;
    this.#asked = new Set();
    const round = (this.#round += 1);
    const chunk = Math.floor(first / CHUNK);
    const rows = await this.#fetch(chunk, round);
    if (!rows) return;
    this.#chunks = new Map([[chunk, rows]]);
    this.show(first, last);
  }

  /** Fetches what is missing of the rows from `first` to `last`. */
  show(first: number, last: number) {
    for (let chunk = Math.floor(first / CHUNK); chunk <= Math.floor(last / CHUNK); chunk += 1)
      if (!this.#asked.has(chunk)) void this.#add(chunk, this.#round);
  }

  at(index: number): ObservationRow | undefined {
    return this.#chunks.get(Math.floor(index / CHUNK))?.[index % CHUNK];
  }

  /** Every row that the filter lets through, or those at some positions. */
  async all(only?: ReadonlySet<number>): Promise<ObservationRow[]> {
    if (!this.#filter) return [];
    const filter = { ...this.#filter, offset: 0, limit: 0 };
    const list = await app.attempt(backend.listObservations(filter));
    const rows = list?.rows ?? [];
    return only ? rows.filter((_, index) => only.has(index)) : rows;
  }

  async #add(chunk: number, round: number) {
    const rows = await this.#fetch(chunk, round);
    if (rows) this.#chunks = new Map([...this.#chunks, [chunk, rows]]);
  }

  async #fetch(chunk: number, round: number): Promise<ObservationRow[] | undefined> {
    if (!this.#filter) return undefined;
    this.#asked.add(chunk);
    const filter = { ...this.#filter, offset: chunk * CHUNK, limit: CHUNK };
    const list = await app.attempt(backend.listObservations(filter));
    if (!list || round !== this.#round) return undefined;
    this.total = list.total;
    return list.rows;
  }
}
