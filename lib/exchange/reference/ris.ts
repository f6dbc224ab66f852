import type { CslItem } from '../citation/csl-item';
import { familyFirst } from '../citation/names';

/** Items as an RIS file, one record each (Research Information Systems, 2011: NEWS and ELEC); lines end with CR LF. */
export function toRis(items: readonly CslItem[]): string {
  return items.map(record).join('\r\n');
}

function record(item: CslItem): string {
  const fields: (readonly [string, string])[] = [
    ['TY', item.type === 'article-newspaper' ? 'NEWS' : 'ELEC'],
    ...item.author.map((name) => ['AU', familyFirst(name)] as const),
    ['TI', item.title],
    ['T2', item['container-title'] ?? ''],
    ['PY', String(item.issued?.['date-parts'][0][0] ?? '')],
    ['DA', item.issued ? day(item.issued['date-parts'][0]) : ''],
    ['UR', item.URL],
    ['Y2', day(item.accessed['date-parts'][0])],
    ['LA', item.language ?? ''],
  ];
  const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${oneLine(value)}`);
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** YYYY/MM/DD/ with empty parts for what is unknown. */
function day(parts: readonly number[]): string {
  return (
    [0, 1, 2].map((i) => (parts[i] === undefined ? '' : String(parts[i]).padStart(i ? 2 : 4, '0'))).join('/') + '/'
  );
}

function oneLine(value: string): string {
  return value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
