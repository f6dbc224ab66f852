import { useContext } from 'preact/hooks';
import type { ArticleChange, WordsInContext } from '../../lib/model/version';
import { say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { useReadingPort } from '../hooks/use-port';
import { dayWords } from '../text/dates';
import { ArticleLanguage } from '../text/words';

/** What changed, each with the kept words beside the words now; the words now are a button that shows them in the page. */
export function ChangeList({
  changes,
  keptAt,
}: {
  readonly changes: readonly ArticleChange[];
  readonly keptAt: number;
}) {
  const kept = say('changes.kept', { day: dayWords(keptAt) });
  const now = say('changes.now');
  return (
    <>
      <p class="small sides" aria-hidden="true">
        <span>{kept}</span>
        <span>{now}</span>
      </p>
      <ol class="rows" aria-label={say('changes.what')}>
        {changes.map((change) => (
          <li key={change.id} class="change">
            <p class="small">{say(`changes.${change.kind}.${change.how}`)}</p>
            <div class="sides">
              <div class="side">
                <span class="visually-hidden">{kept}: </span>
                {change.before ? <Words {...change.before} as="del" /> : <Absent />}
              </div>
              {change.after ? (
                <Now change={change} label={now}>
                  <Words {...change.after} as="ins" />
                </Now>
              ) : (
                <div class="side">
                  <span class="visually-hidden">{now}: </span>
                  <Absent />
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

interface NowProps {
  readonly change: ArticleChange;
  readonly label: string;
  readonly children: preact.ComponentChildren;
}

function Now({ change: { id }, label, children }: NowProps) {
  const port = useReadingPort();
  const announce = useAnnounce();
  const target = { kind: 'change', id } as const;
  const reveal = async () => {
    if (!(await port.reveal(target))) announce.warn(say('panel.notInPage'));
  };
  return (
    <button
      type="button"
      class="side now"
      onClick={() => void reveal()}
      onPointerEnter={() => port.point(target)}
      onPointerLeave={() => port.point(null)}
      onFocus={() => port.point(target)}
      onBlur={() => port.point(null)}
    >
      <span class="visually-hidden">{label}: </span>
      {children}
      <span class="visually-hidden">. {say('panel.showInPage')}</span>
    </button>
  );
}

function Words({ lead, words, tail, as: Mark }: WordsInContext & { readonly as: 'del' | 'ins' }) {
  const language = useContext(ArticleLanguage);
  return (
    <span class="passage" dir="auto" {...(language ? { lang: language } : {})}>
      {lead}
      <Mark>{words}</Mark>
      {tail}
    </span>
  );
}

function Absent() {
  return <span class="small">{say('changes.absent')}</span>;
}
