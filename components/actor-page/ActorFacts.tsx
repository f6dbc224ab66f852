import { type ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import {
  type ActorArticle,
  type ActorClaim,
  companyIn,
  namesIn,
  outletsIn,
  rolesIn,
} from '../../lib/search/actors/actor-page';
import type { KnownActor } from '../../lib/search/actors/roster';
import { hashOf } from '../library/address';
import { Day } from '../text/dates';
import { PageText } from '../text/words';
import { ActorNames } from './ActorNames';
import type { Archive } from './archive';
import type { Decisions } from './use-decisions';

export interface ActorFactsProps {
  readonly archive: Archive;
  readonly actor: KnownActor;
  readonly shown: { readonly articles: readonly ActorArticle[]; readonly claims: readonly ActorClaim[] };
  readonly decisions: Decisions;
}

/** Names, roles, outlets and company of an actor in the articles on show. */
export function ActorFacts({ archive, actor, shown, decisions }: ActorFactsProps) {
  const { articles, claims } = shown;
  const names = useMemo(() => namesIn(articles), [articles]);
  const roles = useMemo(() => rolesIn(articles), [articles]);
  const outlets = useMemo(() => outletsIn(articles, claims), [articles, claims]);
  const company = useMemo(() => companyIn(articles), [articles]);
  return (
    <>
      <ActorNames names={names} root={actor.root} decisions={decisions} />
      <Facts title={say('known.roles')} size={roles.length}>
        {(limit) =>
          roles.slice(0, limit).map(({ words, articles: all }) => (
            <li key={words}>
              <PageText>{words}</PageText> <Source article={all[0]} />
              {all.length > 1 && <span class="small"> {say('known.andMore', all.length - 1)}</span>}
            </li>
          ))
        }
      </Facts>
      <Facts title={say('known.outlets')} size={outlets.length}>
        {(limit) =>
          outlets.slice(0, limit).map(({ outlet, articles: count, claims: said }) => (
            <li key={outlet}>
              <PageText>{outlet}</PageText>{' '}
              <span class="small">
                {said > 0 && `${say('library.claims', said)}, `}
                {say('codes.articles', count)}
              </span>
            </li>
          ))
        }
      </Facts>
      <Facts title={say('known.company')} size={company.length}>
        {(limit) =>
          company.slice(0, limit).map(({ root, articles: all }) => (
            <li key={root}>
              <a href={hashOf({ place: 'actors', item: root })}>
                <PageText>{archive.byRoot.get(root)?.name ?? ''}</PageText>
              </a>{' '}
              <Shared articles={all} />
            </li>
          ))
        }
      </Facts>
    </>
  );
}

const FEW = 6;
const MORE = 40;

/** A list under a heading, its first entries; nothing where it is empty. */
function Facts(props: {
  readonly title: string;
  readonly size: number;
  readonly children: (limit: number) => ComponentChildren;
}) {
  const [limit, setLimit] = useState(FEW);
  if (props.size === 0) return null;
  return (
    <section class="fact-list" aria-label={props.title}>
      <h3>
        {props.title} <span class="count">{props.size}</span>
      </h3>
      <ul class="rows">{props.children(limit)}</ul>
      {props.size > limit && (
        <button type="button" class="link" onClick={() => setLimit(limit + MORE)}>
          {say('library.moreValues')}
        </button>
      )}
    </section>
  );
}

/** The article that says so, with its date. */
function Source({ article }: { readonly article: ActorArticle | undefined }) {
  if (!article) return null;
  return (
    <a class="small" href={hashOf({ place: 'articles', item: article.clippingId })} title={article.title}>
      <PageText>{article.outlet}</PageText> <Day when={article.published ?? article.at} />
    </a>
  );
}

/** In how many articles both speak; they are named on demand. */
function Shared({ articles }: { readonly articles: readonly ActorArticle[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('codes.articles', articles.length)}
      </button>
      {open && (
        <ul class="rows shared-articles">
          {articles.slice(0, MORE).map((article) => (
            <li key={article.clippingId}>
              <a href={hashOf({ place: 'articles', item: article.clippingId })}>
                <PageText>{article.title}</PageText>
              </a>{' '}
              <span class="small">
                <Day when={article.published ?? article.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
