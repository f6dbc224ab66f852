import { say } from '../../lib/platform/words';

/** The permissions of the manifest, as the reader can compare them; each has its reason in the interface texts. */
export const PERMISSIONS = [
  'activeTab',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
  'contextMenus',
] as const;

/** Every permission with its reason, and the optional one. */
export function Permissions() {
  return (
    <dl class="facts permissions">
      {PERMISSIONS.map((permission) => (
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
