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

/** Every permission that is held with its reason, and the optional ones; null while it is not known which are held. */
export function Permissions({ held }: { readonly held: readonly string[] | null }) {
  return (
    <dl class="facts permissions">
      {PERMISSIONS.filter((name) => held?.includes(name)).map((permission) => (
        <div key={permission}>
          <dt>
            <code>{permission}</code>
          </dt>
          <dd>{say(`options.permission.${permission}`)}</dd>
        </div>
      ))}
      <div>
        <dt>
          <code>downloads</code>
        </dt>
        <dd>
          {say('options.permission.downloads')}{' '}
          {say(held?.includes('downloads') ? 'options.permission.given' : 'options.permission.notGiven')}
        </dd>
      </div>
      <div>
        <dt>{say('options.permission.siteName')}</dt>
        <dd>{say('options.permission.site')}</dd>
      </div>
    </dl>
  );
}
