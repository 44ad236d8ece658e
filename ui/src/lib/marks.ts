// Behaviour of a drawn chart's marks: hover and focus tell, arrows move, click and Enter open. Knows no component.
import type { MarkInfo } from './types/MarkInfo';

export interface MarkTip {
  mark: MarkInfo;
  /** Whether the keyboard brought it up: then the mark wears a ring too. */
  isFocus: boolean;
  /** Middle of the mark's top edge, and its bottom edge, in pixels of the drawing. */
  x: number;
  y: number;
  bottom: number;
}

export interface MarkEvents {
  tip(tip: MarkTip | null): void;
  open(mark: MarkInfo): void;
}

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Gives the marks inside `host` their behaviour; what it returns takes it away again. `focused` is the mark that had
 * the keyboard's focus before the chart was drawn anew, -1 for none.
 */
export function attachMarks(host: HTMLElement, marks: MarkInfo[], events: MarkEvents, focused = -1): () => void {
  const groups = [...host.querySelectorAll<SVGGElement>('.mark')];
  groups.forEach((group, index) => prepare(group, marks[index], index === Math.max(focused, 0)));

  const markOf = (target: EventTarget | null): [SVGGElement, MarkInfo] | null => {
    const group = target instanceof Element ? target.closest<SVGGElement>('.mark') : null;
    const mark = group ? marks[groups.indexOf(group)] : undefined;
    return group && mark ? [group, mark] : null;
  };
  const tell = (event: Event) => {
    const found = markOf(event.target);
    events.tip(found ? tipOf(found[1], event.type === 'focusin' && found[0].matches(':focus-visible')) : null);
  };
  const hide = () => events.tip(null);
  const click = (event: Event) => {
    const found = markOf(event.target);
    if (!found) return;
    makeCurrent(groups, found[0]);
    hide();
    events.open(found[1]);
  };
  const key = (event: KeyboardEvent) => {
    const found = markOf(event.target);
    if (!found) return;
    const next = target(groups, found[0], event.key);
    if (next) {
      makeCurrent(groups, next);
      next.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      events.open(found[1]);
    } else if (event.key === 'Escape') {
      return hide();
    } else {
      return;
    }
    event.preventDefault();
  };

  const heard: [string, (event: never) => void][] = [
    ['pointerover', tell],
    ['pointerleave', hide],
    ['focusin', tell],
    ['focusout', hide],
    ['click', click],
    ['keydown', key],
  ];
  for (const [name, handler] of heard) host.addEventListener(name, handler as EventListener);
  groups[focused]?.focus();
  return () => {
    for (const [name, handler] of heard) host.removeEventListener(name, handler as EventListener);
  };
}

/** One stop for Tab in each chart; the title moves from the browser's own slow tooltip to the label. */
function prepare(group: SVGGElement, mark: MarkInfo | undefined, isFirst: boolean) {
  const title = group.querySelector('title');
  group.setAttribute('aria-label', mark?.title ?? title?.textContent ?? '');
  group.setAttribute('role', 'button');
  group.setAttribute('tabindex', isFirst ? '0' : '-1');
  title?.remove();
}

function tipOf(mark: MarkInfo, isFocus: boolean): MarkTip {
  const [x, y, width, height] = mark.bounds;
  return { mark, isFocus, x: x + width / 2, y, bottom: y + height };
}

function makeCurrent(groups: SVGGElement[], current: SVGGElement) {
  for (const group of groups) group.setAttribute('tabindex', group === current ? '0' : '-1');
}

function target(groups: SVGGElement[], current: SVGGElement, key: string): SVGGElement | undefined {
  if (key === 'Home') return groups[0];
  if (key === 'End') return groups[groups.length - 1];
  const step = STEP[key];
  if (!step) return undefined;
  return groups[(groups.indexOf(current) + step + groups.length) % groups.length];
}
