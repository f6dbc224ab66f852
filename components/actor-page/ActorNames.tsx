import { useState } from 'preact/hooks';
import type { ClippingId } from '../../lib/model/ids';
import { isolate, say } from '../../lib/platform/words';
import type { ActorArticle, UsedNaming } from '../../lib/search/actors/actor-page';
import { Day } from '../text/dates';
import { PageText } from '../text/words';
import type { Decisions } from './use-decisions';

/** Articles in which a name can be taken out one by one; more are done as a whole. */
const MAX_ARTICLES = 100;

/** The names an actor has, with the way to say that one of them, or one in some articles, is somebody else. */
export function ActorNames(props: {
  readonly names: readonly UsedNaming[];
  readonly root: string;
  readonly decisions: Decisions;
}) {
  const { names, root, decisions } = props;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section class="fact-list" aria-label={say('known.names')}>
      <h3>
        {say('known.names')} <span class="count">{names.length}</span>
      </h3>
      <ul class="rows">
        {names.map(({ point, spellings }) => {
          const articles = [...new Set(spellings.flatMap((spelling) => spelling.articles))];
          const name = spellings[0]?.words ?? '';
          // A name that is all there is can only be parted by article.
          if (names.length === 1 && articles.length < 2)
            return (
              <li key={point}>
                <Spellings spellings={spellings} />
              </li>
            );
          return (
            <li key={point}>
              <Spellings spellings={spellings} />{' '}
              <button
                type="button"
                class="link"
                aria-expanded={open === point}
                aria-label={say('known.someoneElseNamed', { name: isolate(name) })}
                onClick={() => setOpen(open === point ? null : point)}
              >
                {say('verdict.someoneElse')}
              </button>
              {open === point && (
                <SplitForm
                  articles={articles}
                  whole={names.length > 1}
                  onSplit={(ids) => {
                    setOpen(null);
                    void decisions.split(root, point, ids);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Spellings({ spellings }: Pick<UsedNaming, 'spellings'>) {
  return (
    <>
      {spellings.map(({ words, articles }, at) => (
        <span key={words}>
          {at > 0 && ', '}
          <PageText>{words}</PageText> <span class="small">{articles.length}</span>
        </span>
      ))}
    </>
  );
}

/** In which articles the name means somebody else: in all, or in those that are ticked. */
function SplitForm(props: {
  readonly articles: readonly ActorArticle[];
  /** Whether the name can be taken out as a whole. */
  readonly whole: boolean;
  readonly onSplit: (articles: readonly ClippingId[] | null) => void;
}) {
  const { articles, whole, onSplit } = props;
  const [ticked, setTicked] = useState<ReadonlySet<ClippingId>>(new Set());
  const toggle = (id: ClippingId) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <fieldset class="split-form">
      <legend class="small">{say('known.splitWhere')}</legend>
      {articles.slice(0, MAX_ARTICLES).map(({ clippingId, title, published, at }) => (
        <label key={clippingId} class="choice">
          <input type="checkbox" checked={ticked.has(clippingId)} onChange={() => toggle(clippingId)} />
          <span>
            <PageText>{title}</PageText>{' '}
            <span class="small">
              <Day when={published ?? at} />
            </span>
          </span>
        </label>
      ))}
      <div class="actions">
        <button
          type="button"
          class="button"
          disabled={ticked.size === 0 || (!whole && ticked.size === articles.length)}
          onClick={() => onSplit([...ticked])}
        >
          {say('known.splitHere')}
        </button>
        {whole && (
          <button type="button" class="button" onClick={() => onSplit(null)}>
            {say('known.splitAll')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
