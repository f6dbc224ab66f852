import { browser } from 'wxt/browser';
import type { MarkSample, OptionsPort } from '../../components/options/port';
import { backUpNow, newestBackup } from '../../lib/background/rolling-backup';
import { lookOf, type Look, TONES, type Tone } from '../../lib/highlight/palettes';
import { workerOfPanel } from '../../lib/messages/call';
import { contrast, type Rgb } from '../../lib/model/contrast';
import { askToSave, stopSaving } from '../../lib/platform/downloads';
import { chooseLanguage, chosenLanguage } from '../../lib/platform/language';
import { readLayers, writeLayer } from '../../lib/platform/layers';
import { requestsOutside } from '../../lib/platform/requests';
import { changeRolling, readRolling } from '../../lib/platform/rolling-settings';
import { allowedSites, forgetSite } from '../../lib/platform/sites';
import { say } from '../../lib/platform/words';
import { checkLibrary } from '../../lib/store/check/check-library';
import { mendLibrary } from '../../lib/store/check/mend-library';
import { countByKind } from '../../lib/store/count';

const SHORTCUT_PAGE = import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts';

/** The options page's way to settings, store and browser. */
export function optionsPort(): OptionsPort {
  return {
    sites: allowedSites,
    forgetSite,
    layers: readLayers,
    setLayer: writeLayer,
    samples: samples(),
    shortcuts: async () => {
      const commands = await browser.commands.getAll();
      return commands.map(({ description, name, shortcut }) => ({
        // Chromium gives the command of the toolbar button no words of its own.
        name: description || (name === '_execute_action' ? say('page.readThis') : (name ?? '')),
        keys: shortcut ?? '',
      }));
    },
    shortcutPage: SHORTCUT_PAGE,
    openShortcutPage,
    backup: {
      settings: readRolling,
      setEvery: async (every) => {
        // The permission is asked for first: nothing may stand between the click and that.
        const allowed = every === 'off' || (await askToSave());
        if (!allowed) return readRolling();
        if (every === 'off') await stopSaving();
        return changeRolling({ every, failure: null });
      },
      setKeep: (keep) => changeRolling({ keep }),
      backUpNow: () => backUpNow(),
    },
    library: {
      check: (work) => checkLibrary(work),
      mend: (faults) => mendLibrary(faults),
      newestBackup,
    },
    language: { chosen: chosenLanguage, choose: chooseLanguage },
    kept: async () => {
      const counted = await countByKind();
      const { usage, quota } = await navigator.storage.estimate();
      // Browsers spare extensions with that permission, whatever they answer for pages.
      const isSpared = browser.runtime.getManifest().permissions?.includes('unlimitedStorage') ?? false;
      const persisted = isSpared || (await navigator.storage.persisted());
      const none = { clippings: 0, notes: 0, codes: 0, toRead: 0, trashed: 0 };
      return { ...(counted.ok ? counted.value : none), bytes: usage ?? null, quota: quota ?? null, persisted };
    },
    permissions: async () => (await browser.permissions.getAll()).permissions ?? [],
    requests: async () => {
      const worker = await workerOfPanel()
        .requestsOutside()
        .catch(() => 0);
      return requestsOutside() + worker;
    },
  };
}

/** Firefox opens its page by a call of its own, which its types do not know yet; Chromium lets extensions open theirs as a tab. */
async function openShortcutPage(): Promise<boolean> {
  try {
    const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
    if (typeof open === 'function') await Reflect.apply(open, browser.commands, []);
    else await browser.tabs.create({ url: SHORTCUT_PAGE });
    return true;
  } catch {
    return false;
  }
}

const MARKS = {
  direct: 'claim-direct',
  mixed: 'claim-mixed',
  indirect: 'claim-indirect',
  amber: 'note-amber',
  green: 'note-green',
  blue: 'note-blue',
  rose: 'note-rose',
  grey: 'note-grey',
} as const;

const NAMES = ['direct', 'mixed', 'indirect', 'amber', 'green', 'blue', 'rose', 'grey'] as const;

/** Paper and ink of the samples, as in `options.css`. */
const PAPER: Record<Tone, Rgb> = { light: [255, 255, 255], dark: [24, 25, 27] };
const INK: Record<Tone, Rgb> = { light: [29, 28, 26], dark: [233, 231, 226] };

function samples(): readonly MarkSample[] {
  return TONES.flatMap((tone) => NAMES.map((mark) => sampleOf(mark, tone, lookOf(MARKS[mark], tone))));
}

function sampleOf(mark: MarkSample['mark'], tone: Tone, { tint, line }: Look): MarkSample {
  const paper = tint ? blend(tint.rgb, tint.alpha, PAPER[tone]) : PAPER[tone];
  return {
    mark,
    tone,
    tint: tint ? `rgb(${tint.rgb.join(' ')} / ${tint.alpha})` : 'transparent',
    line: line ? `underline ${line.style} ${line.px}px rgb(${line.rgb.join(' ')})` : 'none',
    offset: line ? `${line.offsetPx}px` : 'auto',
    contrast: contrast(INK[tone], paper),
  };
}

function blend([r, g, b]: Rgb, alpha: number, [x, y, z]: Rgb): Rgb {
  const mix = (top: number, under: number) => top * alpha + under * (1 - alpha);
  return [mix(r, x), mix(g, y), mix(b, z)];
}
