import '../../components/styles/index';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { OptionsApp } from '../../components/options/OptionsApp';
import type { OptionsPort } from '../../components/options/port';
import { readLayers, writeLayers } from '../../lib/platform/layers';
import { allowedSites, forgetSite } from '../../lib/platform/sites';
import { say } from '../../lib/platform/words';
import { countKept } from '../../lib/store/clippings';

const port: OptionsPort = {
  sites: allowedSites,
  forgetSite,
  layers: readLayers,
  setLayers: writeLayers,
  shortcuts: async () => {
    const commands = await browser.commands.getAll();
    return commands.map(({ description, name, shortcut }) => ({
      name: description || name || '',
      keys: shortcut ?? '',
    }));
  },
  permissions: browser.runtime.getManifest().permissions ?? [],
  shortcutPage: import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts',
  kept: async () => {
    const counted = await countKept();
    const { usage } = await navigator.storage.estimate();
    return { ...(counted.ok ? counted.value : { clippings: 0, notes: 0 }), bytes: usage ?? null };
  },
};

document.documentElement.lang = say('language');
document.documentElement.dir = say('@@bidi_dir');
document.title = `${say('panel.title')}: ${say('options.title')}`;

const root = document.querySelector('#options');
if (root) render(<OptionsApp port={port} />, root);
