import '../english';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, looseDrafts, newDraft, placeOfNote, placeOfPassage } from '../../../components/notes/drafts';
import { addTag, cleanTag, MAX_TAG_CHARS } from '../../../lib/model/tag';
import { note } from '../../panel/scenes';

describe('tags', () => {
  it.each([
    ['  bridge  ', 'bridge'],
    ['ferry,  late', 'ferry late'],
    [' , ', ''],
    ['👩‍🚀'.repeat(40), '👩‍🚀'.repeat(21) + '👩'],
  ])('keeps %j as %j', (typed, kept) => {
    expect(cleanTag(typed)).toBe(kept);
  });

  it('are never doubled in any case of letters', () => {
    expect(addTag(['Bridge'], 'bridge')).toEqual(['Bridge']);
    expect(addTag(['Bridge'], 'ferry')).toEqual(['Bridge', 'ferry']);
  });

  it('are clean whatever is typed, and stay so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const tag = cleanTag(typed);
        return cleanTag(tag) === tag && Array.from(tag).length <= MAX_TAG_CHARS;
      }),
    );
  });
});

describe('drafts', () => {
  const known = note('n1', 'amber', 'words', 'body', ['tag']);
  const selectors = { exact: 'x', prefix: '', suffix: '', start: 3, end: 4 };

  it('of new notes on passages, and of notes that are gone, are shown apart in reading order', () => {
    const late = { ...selectors, start: 90, end: 91 };
    const drafts = {
      article: newDraft(null),
      [placeOfNote(known.id)]: draftOf(known),
      [placeOfPassage(late)]: newDraft(late),
      'note:gone': newDraft(selectors),
    };
    expect(looseDrafts(drafts, [known]).map(([place]) => place)).toEqual(['note:gone', 'passage:90-91']);
  });

  it('begin as the note is, with the revision they started from', () => {
    expect(draftOf(known)).toEqual({
      selectors: known.selectors,
      revision: 1,
      body: 'body',
      tags: ['tag'],
      colour: 'amber',
    });
  });
});
