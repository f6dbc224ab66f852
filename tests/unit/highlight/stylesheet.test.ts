import { expect, it } from 'vitest';
import { MARKS } from '../../../lib/highlight/marks';
import { stylesheet } from '../../../lib/highlight/stylesheet';

const forced = () => stylesheet().split('@media (forced-colors: active)')[1] ?? '';

it('has one rule a mark under forced colours, in colours of the system or of the text alone', () => {
  const bodies = [...forced().matchAll(/\{ ([^}]*) \}/g)].map(([, body]) => body);
  expect(bodies).toHaveLength(MARKS.length);
  expect(new Set(bodies.flatMap((body) => body?.match(/(?<=color: )\w+/g) ?? []))).toEqual(
    new Set(['transparent', 'currentColor', 'Highlight', 'HighlightText']),
  );
});
