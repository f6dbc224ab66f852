// @vitest-environment happy-dom
import '../english';
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { Bar, type BarAction } from '../../../lib/foreground/bar/bar';
import { Card, type CardAction, type CardProps } from '../../../lib/foreground/card/card';
import { actor, claim } from '../highlight/scene';

const SAID = claim('c1', 0, 9, {
  kind: 'mixed',
  speaker: 'Mara Oduya',
  certainty: 0.7,
  why: [
    { code: 'quotation-with-cue', words: 'said' },
    { code: 'speaker-by-pronoun', words: 'she' },
  ],
});

function card(more: Partial<CardProps> = {}) {
  const acts: CardAction[] = [];
  const box = document.createElement('div');
  document.body.append(box);
  render(
    <Card
      claim={SAID}
      cue="said"
      speakerRole="harbour engineer"
      actors={[actor('a1', [], { name: 'Ilan Brook' }), actor('a2', [], { name: 'Northgate', type: 'place' })]}
      verdict={null}
      status=""
      act={(action) => acts.push(action)}
      {...more}
    />,
    box,
  );
  return { box, acts, text: box.textContent ?? '' };
}

describe('card', () => {
  it('says who, how, with which word, how sure and why', () => {
    const { text, box } = card();
    for (const words of ['Mara Oduya', 'harbour engineer', 'Partly quoted', 'said', 'likely', 'she'])
      expect(text).toContain(words);
    expect(box.querySelector('dialog')?.getAttribute('aria-label')).toContain('Mara Oduya');
  });

  it('does not say twice that words are quoted', () => {
    expect(card().box.querySelectorAll('.why li')).toHaveLength(1);
  });

  it('has a word for a speaker whom nobody names', () => {
    expect(card({ claim: { ...SAID, speaker: '' } }).text).toContain('Not named');
  });

  it('offers what was said before by somebody who is named, and by nobody else', () => {
    const labels = (box: Element) => [...box.querySelectorAll('button')].map((button) => button.textContent);
    expect(labels(card().box)).toContain('Said before');
    expect(labels(card({ claim: { ...SAID, speaker: '' } }).box)).not.toContain('Said before');
  });

  it('shows the verdict of the reader', () => {
    const pressed = card({ verdict: { kind: 'wrong' } }).box.querySelectorAll('[aria-pressed="true"]');
    expect([...pressed].map((button) => button.textContent)).toEqual(['Wrong']);
  });

  it('does nothing on clicks that a script made up', () => {
    const { box, acts } = card();
    for (const button of box.querySelectorAll('button'))
      button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(acts).toEqual([]);
  });

  it('has no field to type into', () => {
    expect(card().box.querySelector('input, textarea, [contenteditable]')).toBeNull();
  });
});

describe('bar', () => {
  function bar(canRemove: boolean) {
    const acts: BarAction[] = [];
    const box = document.createElement('div');
    render(<Bar label="Words" colour="rose" canRemove={canRemove} status="" act={(a) => acts.push(a)} />, box);
    return box;
  }

  it('names its five colours for screen readers and shows which one it has', () => {
    const colours = [...bar(false).querySelectorAll('.colour')];
    expect(new Set(colours.map((button) => button.getAttribute('aria-label'))).size).toBe(5);
    expect(colours.filter((button) => button.getAttribute('aria-pressed') === 'true')).toHaveLength(1);
  });

  it('offers to remove only what can be removed without loss', () => {
    expect(bar(true).textContent).toContain('Remove');
    expect(bar(false).textContent).not.toContain('Remove');
  });
});
