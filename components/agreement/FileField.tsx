import { say } from '../../lib/platform/words';
import { PageText } from '../text/words';
import type { OpenedFile } from './use-coded-files';

/** The file of one coder, and what came of reading it. */
export function FileField(props: {
  readonly label: string;
  readonly opened: OpenedFile | null;
  readonly onFile: (file: File) => void;
}) {
  const { opened } = props;
  return (
    <div class="coder-file">
      <label class="file-field">
        <span>{props.label}</span>
        <input
          type="file"
          accept=".json,.jsonld,application/json,application/ld+json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) props.onFile(file);
          }}
        />
      </label>
      <p class="small" role="status">
        {opened?.state === 'read' && (
          <>
            <PageText>{opened.name}</PageText>:{' '}
            {say(
              'compare.codings',
              opened.file.articles.reduce((sum, { codings }) => sum + codings.length, 0),
            )}
            {opened.file.refused > 0 && ` · ${say('compare.refused', opened.file.refused)}`}
          </>
        )}
        {opened?.state === 'failed' && (
          <span class="warning">
            <PageText>{opened.name}</PageText>: {say(`compare.failed.${opened.why}`)}
          </span>
        )}
      </p>
    </div>
  );
}
