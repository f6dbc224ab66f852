import { defineConfig } from 'wxt';

/** Build and manifest. Each permission has its reason in the README. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
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
        }
      : { minimum_chrome_version: '123', incognito: 'split' }),
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
    ...(isServed ? [] : ["require-trusted-types-for 'script'"]),
  ].join('; ');
}
