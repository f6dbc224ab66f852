import type { ActorType } from '../../model/analysis';
import type { Naming } from '../../model/known-actor';
import { nameWords } from './name-words';
import { personName } from './person-name';

/** Raised when the same name gets another key: what is stored with the keys of older rules is then made anew. */
export const KEY_RULES = 1;

/** The type and the plain words of a name: namings with equal keys are one actor unless the reader says otherwise. */
export function nameKey(name: string, type: ActorType): string {
  return `${type}:${nameWords(name, type).join(' ')}`;
}

/**
 * The key under which the fuller and shorter forms of a person's name are found: first name and end of the surname.
 * Other keys are their own.
 */
export function nearKey(key: string): string {
  const { type, words } = partsOf(key);
  if (type !== 'person') return key;
  const { first, surname, generation } = personName(words);
  const [given = ''] = first.split('-');
  if (given.length < 2) return key;
  const end = surname.split(/[ -]/).at(-1) ?? '';
  return `${type}:${[given, end, generation].filter(Boolean).join(' ')}`;
}

/** What a key is made of. */
export function partsOf(key: string): { readonly type: ActorType; readonly words: readonly string[] } {
  const colon = key.indexOf(':');
  const type = key.slice(0, colon);
  return {
    type: type === 'person' || type === 'place' ? type : 'organization',
    words: key
      .slice(colon + 1)
      .split(' ')
      .filter(Boolean),
  };
}

/** A naming as a point that decisions join: its key, and the article where it stands for one article alone. */
export function pointOf({ name, type, clippingId }: Naming): string {
  return placedKey(nameKey(name, type), clippingId);
}

/** The same from a key that is known. Keys have no "@". */
export function placedKey(key: string, clippingId: string | null): string {
  return clippingId === null ? key : `${key}@${clippingId}`;
}

/** The key of a point, and the article it is placed in. */
export function readPoint(point: string): { readonly key: string; readonly clippingId: string | null } {
  const at = point.indexOf('@');
  return at < 0 ? { key: point, clippingId: null } : { key: point.slice(0, at), clippingId: point.slice(at + 1) };
}

/** The id of the decision about two points. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
