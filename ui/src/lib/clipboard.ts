// Text and pictures to the system's clipboard.

/** Whether it went: WebKit allows the modern way only while a key or button is being pressed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * Whether a PNG went. The clipboard is asked at once, with the picture still on its way: WebKit forgets within a moment
 * that a button was pressed.
 */
export async function copyPicture(png: Promise<ArrayBuffer>): Promise<boolean> {
  const blob = png.then((bytes) => new Blob([bytes], { type: 'image/png' }));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return true;
  } catch {
    return false;
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  const before = document.activeElement;
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return isDone;
}
