import { describe, expect, it } from 'vitest';
import type { CueCandidate } from '../../../../lib/language/attribution/cue';
import { CHANGES, edgesOf } from '../../../../lib/language/attribution/edges';
import { NO_CUES, emptyLayers, readArticle } from '../../../../lib/language/attribution/read';
import { segment } from '../../../../lib/language/segment/segment';

/**
 * Ways to cut the content in brackets of "Ruiz *said* [the ferry was safe], when asked." as texts; tokens with a "~"
 * behind are content by half, bracketed ones for sure.
 */
function cuts(source: string): Record<string, string[]> {
  const text = source.replaceAll(/[[\]*~]/g, '');
  const seg = segment(text);
  const r = readArticle(seg, emptyLayers(seg.count), NO_CUES);
  const chances = new Float32Array(r.length);
  let at = 0;
  let inside = false;
  const content: { first: number; last: number }[] = [];
  let cueAt = 0;
  for (const [part] of source.matchAll(/[[\]*~]|[^[\]*~]+/g)) {
    if (part === '[') {
      inside = true;
      content.push({ first: tokenAt(at), last: 0 });
    } else if (part === ']') {
      inside = false;
      content[content.length - 1] = { first: content.at(-1)?.first ?? 0, last: tokenAt(at) - 1 };
    } else if (part === '*') cueAt = tokenAt(at);
    else if (part === '~') chances[tokenAt(at) - 1] = 0.5;
    else {
      if (inside) chances.fill(1, tokenAt(at), tokenAt(at + part.length));
      at += part.length;
    }
  }
  function tokenAt(offset: number): number {
    const found = seg.tokens.start.findIndex((start) => start >= offset);
    return found < 0 ? seg.count : found;
  }
  cueAt -= 1;
  const cue: CueCandidate = { first: cueAt, last: cueAt, main: cueAt, probability: 1, alone: false };
  const name = Object.fromEntries(Object.entries(CHANGES).map(([key, value]) => [value, key]));
  const found: Record<string, string[]> = {};
  const ways = edgesOf(r, cue, content, [], { from: 0, to: r.length, chance: (i) => chances[i] ?? 0 });
  for (const { change, content: runs } of ways) {
    const words = runs.map(({ first, last }) => text.slice(r.start[first], r.end[last])).join(' … ');
    (found[name[change] ?? ''] ??= []).push(words);
  }
  return found;
}

describe('ways to cut a content', () => {
  it('offers the end of the sentence, also where the chances fall at a comma', () => {
    expect(cuts('Ruiz *said* [the ferry was safe], when asked.')).toEqual({
      none: ['the ferry was safe'],
      longer: ['the ferry was safe, when asked'],
    });
  });
  it('offers the commas inside, where the chances fall there', () => {
    expect(cuts('Ruiz *said* [the ferry was safe,~ as~ ever~].')['shorter']).toEqual(['the ferry was safe']);
  });
  it('offers neither where all is sure', () => {
    expect(cuts('Ruiz *said* [the ferry was safe, as ever].')).toEqual({ none: ['the ferry was safe, as ever'] });
  });
  it('never cuts inside quotation marks', () => {
    expect(cuts('Ruiz *said* [“the ferry,~ as~ ever,~ was~ safe.”~]')).toEqual({
      none: ['“the ferry, as ever, was safe.”'],
    });
  });
  it('offers each of two pieces alone', () => {
    const found = cuts('[The ferry], Ruiz *said*, [is safe].');
    expect(found['lessLast']).toEqual(['The ferry']);
    expect(found['lessFirst']).toEqual(['is safe']);
  });
});
