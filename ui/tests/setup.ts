// What jsdom lacks of a browser: elements there have no size, so nothing needs to be told.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
