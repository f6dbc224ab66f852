import type { ClippingId } from '../../lib/model/ids';
import type { QuotedElsewhere, QuotedThere, QuotePiece } from '../../lib/model/related';
import { say } from '../../lib/platform/words';
import { Day } from '../text/dates';
import { PageText, Passage, WebLink } from '../text/words';

/**
 * Quotations of this article that kept ones have too: its words, and below them where they stand as well, with what is
 * missing there and what is added. Nothing where there are none.
 */
export function QuotedElsewhereList(props: {
  readonly quoted: readonly QuotedElsewhere[];
  /** Opens the kept article here; where it is not given, the title links to the web. */
  readonly onOpen?: ((id: ClippingId) => void) | undefined;
}) {
  const { quoted, onOpen } = props;
  if (quoted.length === 0) return null;
  return (
    <section class="quoted" aria-labelledby="quoted-heading">
      <h2 class="quoted-heading" id="quoted-heading">
        {say('related.quoted')}
      </h2>
      <ul class="rows">
        {quoted.map(({ words, there }) => (
          <li key={words}>
            <blockquote class="quoted-words">
              <Passage text={words} />
            </blockquote>
            <ul class="quoted-there" aria-label={say('related.quotedIn')}>
              {there.map((each) => (
                <Place key={each.clippingId} there={each} onOpen={onOpen} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ there, onOpen }: { there: QuotedThere; onOpen?: ((id: ClippingId) => void) | undefined }) {
  const { clippingId, title, outlet, published, url, speaker, isFirst, pieces } = there;
  const differs = pieces.some(({ kind }) => kind !== 'same');
  return (
    <li>
      <p class="small outlet">
        <PageText>{outlet}</PageText> <Day when={published} />
        {isFirst && <span class="quoted-first"> {say('related.keptFirst')}</span>}
      </p>
      {onOpen ? (
        <button type="button" class="link related-title" onClick={() => onOpen(clippingId)}>
          <PageText>{title}</PageText>
        </button>
      ) : (
        <WebLink url={url} class="related-title">
          <PageText>{title}</PageText>
        </WebLink>
      )}
      {differs ? <Compared pieces={pieces} /> : <p class="reason">{say('related.wordForWord')}</p>}
      {speaker !== '' && (
        <p class="reason">
          <PageText>{speaker}</PageText>
        </p>
      )}
    </li>
  );
}

/** The quotation as it stands there; marks and, for those who listen, words tell what is missing and what is added. */
function Compared({ pieces }: { readonly pieces: readonly QuotePiece[] }) {
  return (
    <p class="passage compared" dir="auto">
      {pieces.map(({ kind, text }, i) => {
        if (kind === 'same') return <span key={i}>{text}</span>;
        const Mark = kind === 'cut' ? 'del' : 'ins';
        return (
          <Mark key={i}>
            <span class="visually-hidden"> {say(`related.${kind}`)} </span>
            {text}
            <span class="visually-hidden"> {say('related.markEnd')} </span>
          </Mark>
        );
      })}
    </p>
  );
}
