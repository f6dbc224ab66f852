import { defineConfig } from 'wxt';

/** Build and manifest. Each permission has its reason in the README. */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/i18n/module'],
  manifest: ({ browser, mode }) => ({
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
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    // A browser driven by tests cannot answer a permission prompt, so the e2e build holds the test site's permission.
    ...(mode === 'e2e' ? { host_permissions: ['http://localhost/*'] } : {}),
    action: { default_title: '__MSG_extension_action__' },
  }),
});
