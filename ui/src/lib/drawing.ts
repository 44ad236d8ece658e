// A drawing from Rust as elements of the page, its words as wide as Rust measured them.

/** Text laid out this many times larger and drawn smaller: whole-pixel advances then err by an eighth of a pixel. */
const FINER = 8;
const LENGTHS = ['x', 'y', 'dx', 'dy', 'font-size', 'stroke-width', 'letter-spacing', 'textLength'];

/** Parses an SVG and makes it fit to stand in the page. */
export function readDrawing(svg: string): SVGSVGElement {
  const root = document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true);
  // A title at the root would be the browser's tooltip wherever no mark is; the page has its own label for it.
  for (const child of [...root.children]) if (child.localName === 'title') child.remove();
  for (const text of root.querySelectorAll('text')) layOutFinely(text);
  return root as unknown as SVGSVGElement;
}

/**
 * WebKit rounds each glyph's advance to a whole pixel, so that lines of small Chinese text grow beyond their column.
 */
function layOutFinely(text: SVGTextElement) {
  for (const element of [text, ...text.querySelectorAll('tspan')])
    for (const name of LENGTHS) {
      const value = Number(element.getAttribute(name) ?? 'absent');
      if (Number.isFinite(value) && element.hasAttribute(name)) element.setAttribute(name, String(value * FINER));
    }
  text.setAttribute('transform', `${text.getAttribute('transform') ?? ''} scale(${1 / FINER})`.trim());
  text.setAttribute('text-rendering', 'geometricPrecision');
}
