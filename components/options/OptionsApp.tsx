import { useCallback, useState } from 'preact/hooks';
import type { RollingSettings } from '../../lib/platform/rolling-settings';
import { isolate, say } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { useAnswer } from '../hooks/use-answer';
import { LayerSwitch } from '../panel/LayerSwitch';
import { LibraryLink } from '../panel/LibraryLink';
import { Voice } from '../panel/Voice';
import { BackupSection } from './BackupSection';
import { CheckSection } from './CheckSection';
import { LanguageSection } from './LanguageSection';
import { LeavesSection } from './LeavesSection';
import { Legend } from './Legend';
import { MarkSamples } from './MarkSamples';
import { Permissions } from './Permissions';
import type { OptionsPort } from './port';
import { Section } from './Section';
import { Sites } from './Sites';
import { StorageSection } from './StorageSection';

/** The options page: one column of short sections. */
export function OptionsApp({ port }: { readonly port: OptionsPort }) {
  const [first] = useAnswer(useCallback(() => port.backup.settings(), [port]));
  const [changed, setChanged] = useState<RollingSettings | null>(null);
  const rolling = changed ?? first;
  return (
    <Voice>
      <header class="article-header">
        <p class="small outlet">
          {say('panel.title')} <LibraryLink />
        </p>
        <h1 class="article-title">{say('options.title')}</h1>
      </header>
      <main class="options">
        <SitesSection port={port} />
        <Section title={say('options.marks')}>
          <LayersSetting port={port} />
          <Legend colours />
          <MarkSamples samples={port.samples} />
        </Section>
        <ShortcutsSection port={port} />
        {rolling && <BackupSection port={port.backup} settings={rolling} onSettings={setChanged} />}
        <StorageSection port={port} />
        <CheckSection port={port.library} />
        <LanguageSection port={port.language} />
        <PermissionsSection key={rolling?.every} port={port} />
        <LeavesSection port={port} />
      </main>
    </Voice>
  );
}

function PermissionsSection({ port }: { readonly port: OptionsPort }) {
  const [held] = useAnswer(useCallback(() => port.permissions(), [port]));
  return (
    <Section title={say('options.permissions')}>
      <Permissions held={held} />
    </Section>
  );
}

function SitesSection({ port }: { readonly port: OptionsPort }) {
  const announce = useAnnounce();
  const [sites, again] = useAnswer(useCallback(() => port.sites(), [port]));
  const forget = async (pattern: string, site: string) => {
    const gone = await port.forgetSite(pattern);
    again();
    if (gone) announce.say(say('header.alwaysOff', { site: isolate(site) }));
    else announce.warn(say('options.siteKept', { site: isolate(site) }));
  };
  return (
    <Section title={say('options.sites')}>
      <p class="small">{say('options.sitesNote')}</p>
      {sites && <Sites sites={sites} onForget={(pattern, site) => void forget(pattern, site)} />}
    </Section>
  );
}

function LayersSetting({ port }: { readonly port: OptionsPort }) {
  const [layers, again] = useAnswer(useCallback(() => port.layers(), [port]));
  return (
    <>
      <p class="small">{say('options.marksNote')}</p>
      {layers && <LayerSwitch layers={layers} onLayer={(layer, on) => void port.setLayer(layer, on).then(again)} />}
    </>
  );
}

function ShortcutsSection({ port }: { readonly port: OptionsPort }) {
  const announce = useAnnounce();
  const [shortcuts] = useAnswer(useCallback(() => port.shortcuts(), [port]));
  const change = async () => {
    if (!(await port.openShortcutPage()))
      announce.warn(say('options.shortcutsNote', { address: isolate(port.shortcutPage) }));
  };
  return (
    <Section title={say('options.shortcuts')}>
      <dl class="facts">
        {shortcuts?.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{keys === '' ? say('options.shortcutUnset') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button type="button" class="link" onClick={() => void change()}>
          {say('options.shortcutsChange')}
        </button>
      </p>
      <p class="small">{say('options.shortcutsNote', { address: isolate(port.shortcutPage) })}</p>
    </Section>
  );
}
