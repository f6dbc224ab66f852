import { trimEnd, trimStart } from '../../lib/model/trim-ends';
import type { ClippingId } from '../../lib/model/ids';
import type { RelatedReason } from '../../lib/model/related';
import { isolate, say, wordsLanguage } from '../../lib/platform/words';
import type { LinkedRelated } from '../port';
import { Day } from '../text/dates';
import { PageText, WebLink } from '../text/words';

/** The most names or words that one reason lists: a line that can be taken in at a glance. */
const MAX_WORDS = 4;

/** More reasons, or longer quotations, do not help to choose. */
const MAX_REASONS = 3;
const MAX_QUOTED_CHARS = 90;

const join = (words: readonly string[]) =>
  new Intl.ListFormat(wordsLanguage(), { type: 'unit' }).format(words.slice(0, MAX_WORDS).map(isolate));

const bare = (quotation: string) => trimEnd(trimStart(quotation, /^["“”«»„'‘’\s]$/), /^["“”«»'‘’,.\s]$/);

/** The beginning of a long quotation, cut between words. */
function beginning(quotation: string): string {
  const words = bare(quotation);
  return words.length <= MAX_QUOTED_CHARS
    ? words
    : `${words
        .slice(0, MAX_QUOTED_CHARS)
        .replace(/\s\S*$/, '')
        .trimEnd()} …`;
}

function reasonWords(reason: RelatedReason): string {
  if (reason.kind === 'actors') return join(reason.words);
  if (reason.kind === 'words') return say('related.sharedWords', { words: join(reason.words) });
  const [here, there] = [isolate(beginning(reason.here)), isolate(beginning(reason.there))];
  return here === there ? say('related.sameWords', { words: here }) : say('related.nearWords', { here, there });
}

/** The reasons as one line: "Vidal, Port Authority, and the same words «a day too late»". */
export function reasonLine(reasons: readonly RelatedReason[]): string {
  const parts = reasons.slice(0, MAX_REASONS).map(reasonWords);
  const last = parts.pop() ?? '';
  const line = parts.length === 0 ? last : say('related.and', { a: parts.join('; '), b: last });
  return line.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(wordsLanguage()));
}

/** Kept articles that are related to the one on show: outlet and date, title, and one line of reasons each. */
export function RelatedList(props: {
  readonly related: readonly LinkedRelated[];
  /** Opens the kept article here; where it is not given, the title links to the web. */
  readonly onOpen?: ((id: ClippingId) => void) | undefined;
}) {
  const { related, onOpen } = props;
  return (
    <ol class="rows related" aria-label={say('related.label')}>
      {related.map((each) => (
        <li key={each.clippingId}>
          <p class="small outlet">
            <PageText>{each.outlet}</PageText> <Day when={each.published} />
          </p>
          {onOpen ? (
            <button type="button" class="link related-title" onClick={() => onOpen(each.clippingId)}>
              <PageText>{each.title}</PageText>
            </button>
          ) : (
            <WebLink url={each.url} class="related-title">
              <PageText>{each.title}</PageText>
            </WebLink>
          )}
          {each.reasons.length > 0 && (
            <p class="reason" dir="auto">
              {reasonLine(each.reasons)}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
