/**
 * `npm run bench` runs all benchmarks, `npm run bench -- NAME` one. Machines are noisy: read the ratios, which compare
 * two ways of doing the same work in one run.
 */
import { type Bench, machine, toText } from './bench/report';

const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  engine: () => import('./bench/engine'),
  page: () => import('./bench/page'),
  painting: () => import('./bench/painting'),
  related: () => import('./bench/related'),
  search: () => import('./bench/search'),
  store: () => import('./bench/store'),
  anchoring: () => import('./bench/anchoring'),
  actors: () => import('./bench/actors'),
  backup: () => import('./bench/backup'),
};

const [wanted] = process.argv.slice(2);
const names = wanted ? [wanted] : Object.keys(BENCHES);
console.log(machine());
for (const name of names) {
  const load = BENCHES[name];
  if (!load) {
    console.error(`no benchmark ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exit(2);
  }
  const { bench } = await load();
  const report = await bench();
  if (report) console.log(`\n== ${name}: ${toText(report)}`);
}
