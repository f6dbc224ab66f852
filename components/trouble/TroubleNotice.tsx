import { useCallback, useEffect, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import type { StoreTrouble } from '../../lib/store/trouble';
import { useAnswer } from '../hooks/use-answer';
import { ConfirmDialog } from '../library/ConfirmDialog';
import { BackupOffer } from './BackupOffer';
import type { TroublePort } from './port';

/** Above everything else of a page: that the window is private, and what is wrong with the database, if anything is. */
export function TroubleNotice({ port }: { readonly port: TroublePort }) {
  const [trouble, setTrouble] = useState<StoreTrouble | null>(null);
  useEffect(() => port.follow(setTrouble), [port]);
  return (
    <>
      {port.isPrivate && <p class="trouble calm">{say('trouble.private')}</p>}
      {trouble !== null && <Trouble trouble={trouble} port={port} onOver={() => setTrouble(null)} />}
    </>
  );
}

const SENTENCES = {
  superseded: 'trouble.superseded',
  blocked: 'trouble.blocked',
  'newer-data': 'write.newerData',
  full: 'trouble.full',
  damaged: 'trouble.damaged',
  emptied: 'trouble.emptied',
  shortened: 'trouble.shortened',
} as const;

interface TroubleProps {
  readonly trouble: StoreTrouble;
  readonly port: TroublePort;
  readonly onOver: () => void;
}

function Trouble({ trouble, port, onOver }: TroubleProps) {
  const mayAccept = trouble === 'emptied' || trouble === 'shortened';
  return (
    <div class="trouble" role="alert">
      <p>{say(SENTENCES[trouble])}</p>
      {trouble === 'shortened' && <Missing port={port} />}
      {(mayAccept || trouble === 'damaged') && <NewestBackup port={port} />}
      <div class="actions">
        {trouble === 'full' && <Press label={say('trouble.tryAgain')} onPress={port.reload} />}
        {trouble === 'superseded' && <Press label={say('trouble.reload')} onPress={port.reload} />}
        {mayAccept && <Press label={say('trouble.understood')} onPress={() => void port.accept().then(onOver)} />}
        {trouble === 'damaged' && <StartAnew port={port} />}
      </div>
    </div>
  );
}

function Missing({ port }: { readonly port: TroublePort }) {
  const [missing] = useAnswer(useCallback(() => port.missing(), [port]));
  return missing ? <p>{say('trouble.missing', missing)}</p> : null;
}

function NewestBackup({ port }: { readonly port: TroublePort }) {
  const [newest] = useAnswer(useCallback(async () => ({ name: await port.newestBackup() }), [port]));
  return newest && <BackupOffer name={newest.name} />;
}

function Press({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" class="button" onClick={onPress}>
      {label}
    </button>
  );
}

/** Nothing can be read, but files that a later browser might read would go: so it is asked. */
function StartAnew({ port }: { readonly port: TroublePort }) {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Press label={say('trouble.tryAgain')} onPress={port.reload} />
      <Press label={say('trouble.startAnew')} onPress={() => setAsks(true)} />
      {asks && (
        <ConfirmDialog
          title={say('trouble.startAnew')}
          question={say('trouble.startAnewHow')}
          action={say('trouble.startAnew')}
          onConfirm={() => void port.startAnew().then(port.reload)}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
