// Runs tests one after another, prints a line for each, and the sum.
const tests = [];

export function test(name, work) {
  tests.push({ name, work });
}

export function assert(holds, message) {
  if (!holds) throw new Error(message);
}

export function equal(found, expected, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  assert(a === b, `${what}: found ${a}, expected ${b}`);
}

/** Runs those whose name holds one of the words; all without words. */
export async function runAll(words) {
  let [passed, failed] = [0, 0];
  for (const { name, work } of tests) {
    if (words.length && !words.some((word) => name.includes(word))) continue;
    const start = Date.now();
    try {
      const note = await work();
      passed += 1;
      console.log(`ok      ${name} (${Date.now() - start} ms)${note ? `: ${note}` : ''}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name} (${Date.now() - start} ms): ${error.stack ?? error}`);
    }
  }
  console.log(`desktop: ${passed} passed, ${failed} failed`);
  process.exit(failed || !passed ? 1 : 0);
}
