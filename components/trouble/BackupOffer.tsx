import { isolate, say } from '../../lib/platform/words';

/** The way to bring everything back: the newest backup by its name, if one is known, and the place that reads it. */
export function BackupOffer({ name }: { readonly name: string | null }) {
  return (
    <p>
      {name === null ? say('trouble.anyBackup') : say('trouble.newestBackup', { name: isolate(name) })}{' '}
      <a href="/library.html#import" target="_blank" rel="noopener">
        {say('options.backup.restore')}
      </a>
    </p>
  );
}
