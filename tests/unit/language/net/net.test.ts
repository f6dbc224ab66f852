import { describe, expect, it } from 'vitest';
import { NO_CUES, readArticle } from '../../../../lib/language/attribution/read';
import { startKernel } from '../../../../lib/language/net/kernel';
import { Net } from '../../../../lib/language/net/net';
import { readNetFile } from '../../../../lib/language/net/net-file';
import { segment } from '../../../../lib/language/segment/segment';
import { readModelFile } from '../../../../scripts/word-models';
import pinned from './pinned.json';

const kernelFile = readModelFile('net.wasm');
const netFile = readModelFile('net.bin');

/** The pinned text with the layers that it had when it was pinned, whatever the models say today. */
function pinnedReading() {
  const { tag, head, relation, name, cueClass, narrowClass } = pinned.layers;
  const layers = {
    tag: Uint8Array.from(tag),
    head: Int32Array.from(head),
    relation: Uint8Array.from(relation),
    name: Uint8Array.from(name),
  };
  return {
    ...readArticle(segment(pinned.text), layers, NO_CUES),
    cueClass: Uint8Array.from(cueClass),
    narrowClass: Uint8Array.from(narrowClass),
  };
}

function furthest(found: ArrayLike<number>, expected: readonly number[]): number {
  return Math.max(...expected.map((value, k) => Math.abs(value - (found[k] ?? NaN))));
}

describe('net', () => {
  it('answers as PyTorch does (training/pin.py)', async () => {
    const net = new Net(await startKernel(kernelFile), readNetFile(netFile));
    const r = pinnedReading();
    expect(furthest(net.read(r, 0, r.length), pinned.likely)).toBeLessThan(2e-3);
    expect(pinned.looks.length).toBeGreaterThan(2);
    for (const { cue, from, to, scores, odds } of pinned.looks) {
      const look = net.look(r, cue, from, to);
      expect(furthest(look.scores, scores)).toBeLessThan(5e-3);
      expect(Math.abs(look.odds - odds)).toBeLessThan(5e-3);
    }
  });

  it('answers the same whatever it read before', async () => {
    const net = new Net(await startKernel(kernelFile), readNetFile(netFile));
    const r = pinnedReading();
    const first = net.read(r, 0, r.length);
    net.read(r, 5, 9);
    expect(net.read(r, 0, r.length)).toEqual(first);
  });

  it('refuses another file or module', async () => {
    expect(() => readNetFile(netFile.subarray(0, -1))).toThrow('ends too early');
    expect(() => readNetFile(netFile.subarray(1))).toThrow('not a net');
    await expect(startKernel(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))).rejects.toThrow('not the arithmetic');
  });
});
