import type { Draft, Drafts, PanelPort } from '../../components/port';
import type { Note, Verdict } from '../../lib/model/note';
import type { PageView } from '../../lib/model/page-view';
import type { ClaimId } from '../../lib/model/ids';
import { asId } from '../../lib/model/ids';
import { fail, ok } from '../../lib/model/result';
import type { PanelTarget } from '../../lib/messages/protocol';
import type { StartFailure } from '../../lib/platform/read-tab';
import type { Scene } from './scenes';

/** A port on invented data that does what the real one does, in memory, and remembers what it was asked. */
export interface FakePort extends PanelPort {
  readonly asked: {
    readonly reveal: PanelTarget[];
    readonly point: (PanelTarget | null)[];
    readonly correct: [ClaimId, Verdict | null][];
    readonly allowSite: boolean[];
    /** How many places got (or lost) which tag. */
    readonly tagged: [number, string, boolean][];
  };
  /** Says that the pointer is on this claim in the page. */
  readonly pointIn: (claim: ClaimId | null) => void;
  /** Shows another view. */
  readonly show: (change: (view: PageView | null) => PageView | null) => void;
  drafts: Drafts;
  /** What the next write answers instead of being done; null for doing it. */
  refuse: 'storage-full' | 'conflict' | null;
}

export function fakePort(scene: Scene): FakePort {
  let { view } = scene;
  let allowed = false;
  let refused: StartFailure | null = null;
  const changes = new Set<() => void>();
  const pointed = new Set<(claim: ClaimId | null) => void>();
  const show: FakePort['show'] = (change) => {
    view = change(view);
    for (const listener of changes) listener();
  };
  const setNotes = (change: (notes: readonly Note[]) => readonly Note[]) =>
    show((before) => {
      if (before?.state !== 'read') return before;
      const places = new Map(before.notes.map(({ note, span }) => [note.id, span]));
      const notes = change(before.notes.map(({ note }) => note));
      return {
        ...before,
        notes: notes.map((note) => ({ note, span: note.selectors && (places.get(note.id) ?? note.selectors) })),
      };
    });

  const port: FakePort = {
    asked: { reveal: [], point: [], correct: [], allowSite: [], tagged: [] },
    drafts: {},
    refuse: null,
    show,
    pointIn: (claim) => pointed.forEach((listener) => listener(claim)),
    view: async () => view,
    start: async () => fail((refused = 'no-access')),
    whyNot: async () => refused,
    readAnyway: async () => {},
    leave: async () => show(() => null),
    reveal: async (target) => {
      port.asked.reveal.push(target);
      return true;
    },
    point: (target) => void port.asked.point.push(target),
    setLayer: (layer, on) =>
      show((before) => (before?.state === 'read' ? { ...before, layers: { ...before.layers, [layer]: on } } : before)),
    keep: async () => (port.refuse ? fail(port.refuse) : fail('storage-failed')),
    remove: async () => (port.refuse ? fail(port.refuse) : ok(null)),
    restore: async () => ok(null),
    readVersion: async (_, textHash) =>
      textHash === 'lost'
        ? fail('not-found')
        : ok({
            title: `Bridge (${textHash})`,
            text: 'Why it closed\nRust was found.',
            blocks: [
              { start: 0, end: 13, kind: 'heading' },
              { start: 14, end: 29, kind: 'paragraph' },
            ],
          }),
    describe: (text, { start, end }) => ({ exact: text.slice(start, end), prefix: '', suffix: '', start, end }),
    addNote: async (draft) => {
      if (port.refuse) return fail(port.refuse);
      setNotes((notes) => [
        ...notes,
        {
          ...draft,
          id: asId(`n${notes.length + 1}x`),
          clippingId: asId('k1'),
          createdAt: 1,
          updatedAt: 1,
          revision: 1,
        },
      ]);
      return ok(null);
    },
    editNote: async (id, revision, draft) => {
      if (port.refuse) return fail(port.refuse);
      setNotes((notes) => notes.map((note) => (note.id === id ? { ...note, ...draft, revision: revision + 1 } : note)));
      return ok(null);
    },
    deleteNote: async (id) => {
      if (port.refuse) return fail(port.refuse);
      setNotes((notes) => notes.filter((note) => note.id !== id));
      return ok(null);
    },
    restoreNote: async (note) => {
      setNotes((notes) => [...notes, note]);
      return ok(null);
    },
    settle: async () => show((before) => (before?.state === 'read' ? { ...before, asked: null } : before)),
    correct: async (claim, verdict) => {
      port.asked.correct.push([claim, verdict]);
      return ok(null);
    },
    followCodes: (onFound) => {
      onFound(ok(scene.codes ?? []));
      return () => {};
    },
    tagPlaces: async (places, tag, on) => {
      if (port.refuse) return fail(port.refuse);
      port.asked.tagged.push([places.length, tag, on]);
      return ok({ codes: [], notes: [] });
    },
    takeBack: async () => ok(null),
    completeTag: async (prefix) =>
      ['money', 'ministry', 'minutes', 'bridge'].filter((tag) => tag.startsWith(prefix.toLowerCase())),
    related: async () => ok(scene.related ?? []),
    quoted: async () => ok(scene.quoted ?? []),
    saidBefore: async () =>
      ok([
        {
          clippingId: asId('k9'),
          claim: asId('c2'),
          title: 'Olsen asks for a second inspection',
          outlet: 'Northern Ledger',
          url: 'https://ledger.example/inspection',
          published: '2026-09-30',
          kind: 'direct',
          content: '“I would not drive my own car over it,”',
        },
      ]),
    onChange: (listener) => {
      changes.add(listener);
      return () => changes.delete(listener);
    },
    onPointed: (listener) => {
      pointed.add(listener);
      return () => pointed.delete(listener);
    },
    siteAllowed: async () => allowed,
    allowSite: async (_, wanted) => {
      port.asked.allowSite.push(wanted);
      allowed = wanted;
      return allowed;
    },
    readDrafts: async () => port.drafts,
    writeDrafts: async (_, drafts: Readonly<Record<string, Draft>>) => {
      port.drafts = drafts;
    },
  };
  return port;
}
