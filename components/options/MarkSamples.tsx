import { say, wordsLanguage } from '../../lib/platform/words';
import type { MarkSample } from './port';

/** How each mark looks on light and on dark paper, with the contrast of the words in it. */
export function MarkSamples({ samples }: { readonly samples: readonly MarkSample[] }) {
  const number = new Intl.NumberFormat(wordsLanguage(), { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return (
    <div class="mark-samples">
      {(['light', 'dark'] as const).map((tone) => (
        <dl key={tone} class={`mark-paper ${tone}`} aria-label={say(`options.paper.${tone}`)}>
          {samples
            .filter((sample) => sample.tone === tone)
            .map((sample) => (
              <div key={sample.mark}>
                <dt>
                  <span
                    style={{
                      backgroundColor: sample.tint,
                      textDecoration: sample.line,
                      textUnderlineOffset: sample.offset,
                    }}
                  >
                    {wordsOf(sample)}
                  </span>
                </dt>
                <dd class="small">{say('options.contrast', { ratio: number.format(sample.contrast) })}</dd>
              </div>
            ))}
        </dl>
      ))}
    </div>
  );
}

function wordsOf({ mark }: MarkSample): string {
  if (mark === 'direct' || mark === 'mixed' || mark === 'indirect') return say(`kind.${mark}`);
  return say(`colour.${mark}`);
}
