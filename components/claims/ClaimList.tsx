import type { ComponentChildren } from 'preact';
import type { ClaimId } from '../../lib/model/ids';
import { say } from '../../lib/platform/words';
import { useRoving } from '../hooks/use-roving';
import { PageText } from '../text/words';
import type { ClaimGroup } from './arrange';
import type { ClaimItem } from './claim-item';
import { ClaimRow } from './ClaimRow';

export interface ClaimListProps {
  readonly groups: readonly ClaimGroup[];
  readonly marked: ClaimId | null;
  readonly open: ClaimId | null;
  readonly onPress: (id: ClaimId) => void;
  readonly onPoint: (id: ClaimId | null) => void;
  /** What stands below the open claim. */
  readonly renderDetail: (claim: ClaimItem) => ComponentChildren;
}

/**
 * Claims, one row each, under a heading a speaker where they are grouped. One stop in the tab order; arrow keys move
 * between claims. Rows out of sight cost nothing to lay out (`content-visibility`), so 400 are as quick as 4.
 */
export function ClaimList({ groups, marked, open, onPress, onPoint, renderDetail }: ClaimListProps) {
  const { ref, onKeyDown, onFocusIn } = useRoving<HTMLDivElement>('vertical');
  return (
    <div class="claims" ref={ref} onKeyDown={onKeyDown} onFocusIn={onFocusIn}>
      {groups.map((group) => (
        <section key={group.speaker ?? ''} class="claim-group">
          {group.speaker !== null && (
            <h2 class="group-heading">
              <span>
                <PageText>{group.speaker}</PageText>
                {group.role !== '' && (
                  <span class="role">
                    {' '}
                    <PageText>{group.role}</PageText>
                  </span>
                )}
              </span>
              <span class="count">
                <span class="visually-hidden">, </span>
                {say('claims.count', group.claims.length)}
              </span>
            </h2>
          )}
          <ul class="rows" aria-label={group.speaker ?? say('claims.label')}>
            {group.claims.map((claim) => (
              <ClaimRow
                key={claim.id}
                claim={claim}
                marked={claim.id === marked}
                open={claim.id === open}
                withSpeaker={group.speaker === null}
                onPress={onPress}
                onPoint={onPoint}
              >
                {claim.id === open && renderDetail(claim)}
              </ClaimRow>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
