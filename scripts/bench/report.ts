import { cpus, loadavg } from 'node:os';

/** One line of a table: a name and the times measured, in milliseconds. */
export interface Row {
  readonly name: string;
  readonly times: readonly number[];
}

/** What a benchmark found. Ours comes first; the peer did the same work in the same run. */
export interface Report {
  readonly what: string;
  readonly rows: readonly Row[];
  /** Absent where nobody does the same work. */
  readonly peer?: string;
  /** Above 1: we are faster. */
  readonly ratio?: number;
  /** Other figures worth a line each. */
  readonly notes?: readonly string[];
}

/** What a benchmark is told besides its name; those that know nothing of it leave it alone. */
export interface BenchOptions {
  /** Numbers of articles in the libraries that are measured, in place of the benchmark's own. */
  readonly sizes?: readonly number[];
  /** A folder in which filled libraries are kept for the next run. */
  readonly profiles?: string;
}

/** A benchmark; null where what it needs is absent, which it says itself. */
export type Bench = (options: BenchOptions) => Promise<Report | null>;

/** The middle value; NaN of nothing. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The average; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which this share of all lies (nearest rank); NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Milliseconds that `work` takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** What the figures were measured on. */
export function machine(): string {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, load ${load}, Node ${process.versions.node}`;
}

/** The report as text, the ratio last. */
export function toText({ what, rows, peer, ratio, notes = [] }: Report): string {
  const cells = rows.map(({ name, times }) => [
    name,
    String(times.length),
    median(times).toFixed(2),
    percentile(times, 0.95).toFixed(2),
  ]);
  const table = [['', 'runs', 'median ms', 'p95 ms'], ...cells];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
  const lines = table.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[i] ?? 0) + 2))).join(''),
  );
  const last = peer === undefined || ratio === undefined ? [] : [`ratio to ${peer}: ${ratio.toFixed(2)}`];
  return [what, ...lines, ...notes, ...last].join('\n');
}
