import { useCallback } from 'preact/hooks';
import { isolate, say, wordsLanguage } from '../../lib/platform/words';
import { useAnnounce } from '../hooks/use-announce';
import { useAnswer } from '../hooks/use-answer';
import { LayerSwitch } from '../panel/LayerSwitch';
import { LibraryLink } from '../panel/LibraryLink';
import { Voice } from '../panel/Voice';
import { Legend } from './Legend';
import { Permissions } from './Permissions';
import type { OptionsPort } from './port';
import { Section } from './Section';
import { Sites } from './Sites';

const BYTES_PER_MB = 1_000_000;

/** The options page: one column of short sections. */
export function OptionsApp({ port }: { readonly port: OptionsPort }) {
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
          <Legend />
        </Section>
        <ShortcutsSection port={port} />
        <KeptSection port={port} />
        <Section title={say('options.language')}>
          <p>{say('options.languageNote')}</p>
        </Section>
        <Section title={say('options.permissions')}>
          <Permissions held={port.permissions} />
        </Section>
        <Section title={say('options.leaves')}>
          <p>{say('options.leavesNothing')}</p>
          <p>{say('options.leavesCheck')}</p>
          <p>{say('options.leavesLinks')}</p>
        </Section>
      </main>
    </Voice>
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
      {layers && <LayerSwitch layers={layers} onLayers={(next) => void port.setLayers(next).then(again)} />}
    </>
  );
}

function ShortcutsSection({ port }: { readonly port: OptionsPort }) {
  const [shortcuts] = useAnswer(useCallback(() => port.shortcuts(), [port]));
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
      <p class="small">{say('options.shortcutsNote', { address: isolate(port.shortcutPage) })}</p>
    </Section>
  );
}

function KeptSection({ port }: { readonly port: OptionsPort }) {
  const [kept] = useAnswer(useCallback(() => port.kept(), [port]));
  const number = new Intl.NumberFormat(wordsLanguage(), { maximumFractionDigits: 1 });
  return (
    <Section title={say('options.storage')}>
      {kept && (
        <p>
          {say('options.clippings', kept.clippings)}, {say('options.notes', kept.notes)}
          {kept.bytes !== null && <>, {say('options.megabytes', { size: number.format(kept.bytes / BYTES_PER_MB) })}</>}
        </p>
      )}
      <p class="small">{say('options.storageNote')}</p>
    </Section>
  );
}
