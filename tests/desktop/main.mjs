// Every test of the program in its real window; words given as arguments choose among their names.
import './start.mjs';
import './drop.mjs';
import './chart.mjs';
import './choices.mjs';
import './bad_input.mjs';
import './views.mjs';
import { runAll } from './lib/runner.mjs';

await runAll(process.argv.slice(2));
