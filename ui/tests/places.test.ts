import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import OwnPlaces from '../src/components/OwnPlaces.svelte';
import { app } from '../src/lib/app.svelte';
import * as backend from '../src/lib/backend';
import { hasMessage } from '../src/lib/messages';
import { settings } from '../src/lib/settings.svelte';

vi.mock('../src/lib/backend');

// What the test environment lacks of a dialog.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

const own = { name: '听涛坊', parent: '星澜区', kind: 'park', aliases: ['听涛'] };

beforeEach(() => {
  settings.setLanguage('zh');
  app.notices = [];
  vi.mocked(backend.listOwnPlaces).mockResolvedValue([own]);
});
afterEach(cleanup);

test('places of the user are listed with where they lie and what else they are called', async () => {
  render(OwnPlaces, { onclose: () => {} });
  expect((await screen.findByText('星澜区 · 园区 · 听涛')).closest('li')?.textContent).toContain('听涛坊');
});

test('a place is kept with its short names parted, and removed by its name', async () => {
  vi.mocked(backend.setOwnPlace).mockResolvedValue(own);
  vi.mocked(backend.removeOwnPlace).mockResolvedValue(null);
  render(OwnPlaces, { onclose: () => {} });
  await fireEvent.input(screen.getByLabelText('名称'), { target: { value: ' 望潮园区 ' } });
  await fireEvent.input(screen.getByLabelText('所属'), { target: { value: '星澜区' } });
  await fireEvent.input(screen.getByLabelText('简称'), { target: { value: '望潮、潮园' } });
  await fireEvent.click(screen.getByText('保存地名'));
  const place = { name: '望潮园区', parent: '星澜区', kind: 'park', aliases: ['望潮', '潮园'] };
  await waitFor(() => expect(backend.setOwnPlace).toHaveBeenCalledWith(place));
  await fireEvent.click(await screen.findByLabelText('移除「听涛坊」'));
  expect(backend.removeOwnPlace).toHaveBeenCalledWith('听涛坊');
});

test('every kind of place has its word', () => {
  for (const kind of ['park', 'township', 'district', 'city', 'province'])
    expect(hasMessage(`kind.${kind}`)).toBe(true);
});

test('a place that cannot be kept says why in the sheet, and what was written stays', async () => {
  vi.mocked(backend.setOwnPlace).mockRejectedValue({ code: 'parent', message: 'cannot use the parent "无此地方"' });
  render(OwnPlaces, { onclose: () => {} });
  await fireEvent.input(screen.getByLabelText('名称'), { target: { value: '望潮园区' } });
  await fireEvent.click(screen.getByText('保存地名'));
  expect((await screen.findByText(/不认识这个上级地区/)).getAttribute('title')).toContain('无此地方');
  expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('望潮园区');
});
