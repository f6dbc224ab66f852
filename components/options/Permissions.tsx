import { say } from '../../lib/platform/words';

/** The permissions that a manifest of ours may hold; each has its reason in the interface texts. */
export const PERMISSIONS = [
  'activeTab',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
  'contextMenus',
] as const;

/** Every permission of this browser's manifest with its reason, and the optional one. */
export function Permissions({ held }: { readonly held: readonly string[] }) {
  return (
    <dl class="facts permissions">
      {PERMISSIONS.filter((name) => held.includes(name)).map((permission) => (
        <div key={permission}>
          <dt>
            <code>{permission}</code>
          </dt>
          <dd>{say(`options.permission.${permission}`)}</dd>
        </div>
      ))}
      <div>
        <dt>{say('options.permission.siteName')}</dt>
        <dd>{say('options.permission.site')}</dd>
      </div>
    </dl>
  );
}
