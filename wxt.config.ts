import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { licenceFile, packageOf } from './scripts/package/licences';

/** Packages whose code went into the build that runs now. */
const shipped = new Set<string>();

/**
 * Chromium hands the look of a highlight down from the root, so rules that fit nothing else need not be matched with each
 * element of the page: it is styled anew in a quarter of the time. Firefox hands nothing down.
 */
const highlightAtRoot = {
  name: 'highlight-at-root',
  enforce: 'pre' as const,
  transform: (code: string, id: string): string | undefined =>
    id.endsWith('/highlights.css') ? code.replaceAll('::highlight(', ':root::highlight(') : undefined,
};

/** Build and manifest. Each permission has its reason in the README. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  vite: ({ browser }) => ({
    // Micromark's build for browsers decodes `&amp;` by writing markup, which our policy of Trusted Types refuses: its
    // build for workers looks the name up in a table.
    resolve: {
      alias: {
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
    plugins: [
      ...(browser === 'firefox' ? [] : [highlightAtRoot]),
      {
        name: 'shipped-packages',
        generateBundle(_options, bundle) {
          for (const chunk of Object.values(bundle)) {
            if (chunk.type !== 'chunk') continue;
            for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
              const name = renderedLength > 0 ? packageOf(id) : null;
              if (name !== null) shipped.add(name);
            }
          }
        },
      },
    ],
  }),
  hooks: {
    'build:done': ({ config }) => writeFileSync(join(config.outDir, 'THIRD-PARTY-LICENCES.txt'), licenceFile(shipped)),
  },
  zip: { excludeSources: ['test-results/**', 'shots/**', 'training/data/**'] },
  manifest: ({ browser, command, mode }) => ({
    name: 'Hearsay',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      ...(mode === 'e2e' ? ['downloads'] : []),
    ],
    ...(mode === 'e2e' ? {} : { optional_permissions: ['downloads'] }),
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    // A browser driven by tests cannot answer a permission prompt, so the e2e build holds the test site's permission, and that for downloads.
    ...(mode === 'e2e' ? { host_permissions: ['http://localhost/*'] } : {}),
    action: { default_title: '__MSG_extension_action__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+H' } },
      'focus-page': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_extension_focusPage__' },
    },
    content_security_policy: { extension_pages: contentSecurityPolicy(command === 'serve') },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'hearsay@hearsay.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
          // Firefox would write what is kept in a private window to the disk, beside everything else.
          incognito: 'not_allowed' as const,
        }
      : { minimum_chrome_version: '123', incognito: 'split' as const }),
  }),
});

/** What our own pages may load. The watching build of `npm run dev` is served from this machine and patches its styles. */
function contentSecurityPolicy(isServed: boolean): string {
  const served = 'http://localhost:* ws://localhost:*';
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${isServed ? " 'unsafe-inline'" : ''}`,
    `connect-src 'self'${isServed ? ` ${served}` : ''}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    // The one policy that may make markup is the sanitiser's.
    ...(isServed ? [] : ["require-trusted-types-for 'script'", 'trusted-types dompurify']),
  ].join('; ');
}
