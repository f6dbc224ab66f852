import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CodingChange } from '../../lib/model/coding';
import type { PageView } from '../../lib/model/page-view';
import { isolate, say } from '../../lib/platform/words';
import { codeFailureWords } from '../codebook/words';
import { useAnnounce } from '../hooks/use-announce';
import { useReadingPort } from '../hooks/use-port';
import { codingItems, type CodingItem } from './coding-items';

type Read = Extract<PageView, { state: 'read' }>;

const keyOf = ({ passage }: CodingItem) => `${passage.start}-${passage.end}`;

/** Coding one article: the item at hand, and ways to move, to give and take codes, and to take that back. */
export function useCoding(view: Read) {
  const port = useReadingPort();
  const announce = useAnnounce();
  const items = useMemo(() => codingItems(view), [view]);
  // The item is kept by its place: items come and go while notes are written.
  const [at, setAt] = useState<string | null>(() => {
    const first = items.find(({ tags }) => tags.length === 0) ?? items[0];
    return first ? keyOf(first) : null;
  });
  const index = Math.max(
    0,
    items.findIndex((each) => keyOf(each) === at),
  );
  const current = items[index] ?? null;
  const coded = items.filter(({ tags }) => tags.length > 0).length;

  // What was pressed and has not come back from the store yet, by item and tag: a key pressed twice gives and takes.
  const pressed = useRef(new Map<string, boolean>());
  useEffect(() => pressed.current.clear(), [view]);
  const done = useRef<CodingChange[]>([]);
  // Writes go one after the other, so that undo takes back the last one.
  const queue = useRef(Promise.resolve());

  const move = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, index + by))];
    if (next) setAt(keyOf(next));
  };
  const toggle = (tag: string) => {
    if (!current) return;
    const pressKey = `${keyOf(current)} ${tag}`;
    const on = !(pressed.current.get(pressKey) ?? current.tags.includes(tag));
    pressed.current.set(pressKey, on);
    const place = {
      selectors: port.describe(view.article.text, current.passage),
      ...(current.target.kind === 'claim' ? { about: { kind: 'claim' } as const } : {}),
      notes: current.notes.map(({ note }) => note.id),
    };
    queue.current = queue.current.then(async () => {
      const change = await port.tagPlaces([place], tag, on);
      if (change.ok) {
        done.current.push(change.value);
        announce.say(say(on ? 'coding.given' : 'coding.taken', { name: isolate(tag) }));
      } else {
        pressed.current.delete(pressKey);
        announce.warn(codeFailureWords(change.reason));
      }
    });
  };
  const undo = () => {
    queue.current = queue.current.then(async () => {
      const last = done.current.pop();
      if (!last) return announce.say(say('coding.nothingToUndo'));
      pressed.current.clear();
      const back = await port.takeBack(last);
      if (back.ok) announce.say(say('codes.takenBack'));
      else announce.warn(codeFailureWords(back.reason));
    });
  };
  return { items, index, current, coded, move, toggle, undo };
}
