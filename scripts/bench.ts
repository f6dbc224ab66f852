/**
 * `npm run bench` runs all benchmarks, `npm run bench -- NAME` one. Machines are noisy: read the ratios, which compare
 * two ways of doing the same work in one run. Those of a library (related, search, store) take `--sizes 500,2000` and
 * `--profiles DIR`, where the filled libraries stay for the next run: filling one of 50,000 takes minutes.
 */
import { parseArgs } from 'node:util';
import { type Bench, type BenchOptions, machine, toText } from './bench/report';

const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  engine: () => import('./bench/engine'),
  worker: () => import('./bench/worker'),
  page: () => import('./bench/page'),
  clicks: () => import('./bench/clicks'),
  painting: () => import('./bench/painting'),
  related: () => import('./bench/related'),
  search: () => import('./bench/search'),
  store: () => import('./bench/store'),
  anchoring: () => import('./bench/anchoring'),
  actors: () => import('./bench/actors'),
  backup: () => import('./bench/backup'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string' }, profiles: { type: 'string' } },
});
const [wanted] = positionals;
const options: BenchOptions = {
  ...(values.sizes ? { sizes: values.sizes.split(',').map(Number) } : {}),
  ...(values.profiles ? { profiles: values.profiles } : {}),
};
const names = wanted ? [wanted] : Object.keys(BENCHES);
console.log(machine());
for (const name of names) {
  const load = BENCHES[name];
  if (!load) {
    console.error(`no benchmark ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exit(2);
  }
  const { bench } = await load();
  const report = await bench(options);
  if (report) console.log(`\n== ${name}: ${toText(report)}`);
}
