import { isolate, say } from '../../lib/platform/words';
import { siteOf } from '../../lib/platform/sites';

/** The sites that are always read, each with a way to take that back. */
export function Sites(props: {
  /** Permission patterns. */
  readonly sites: readonly string[];
  readonly onForget: (pattern: string, site: string) => void;
}) {
  if (props.sites.length === 0) return <p>{say('options.sitesNone')}</p>;
  return (
    <ul class="rows">
      {props.sites.map((pattern) => (
        <li key={pattern} class="option-row">
          <bdi>{siteOf(pattern)}</bdi>
          <button
            type="button"
            class="link"
            aria-label={say('options.forgetSite', { site: isolate(siteOf(pattern)) })}
            onClick={() => props.onForget(pattern, siteOf(pattern))}
          >
            {say('header.remove')}
          </button>
        </li>
      ))}
    </ul>
  );
}
