import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { WriteFailure } from '../../lib/messages/protocol';
import type { CodeUse } from '../../lib/model/code';
import type { Result } from '../../lib/model/result';

/** Every code and every tag in use; null before the store has answered. */
export type Codebook = Result<readonly CodeUse[], WriteFailure> | null;

/** Follows the codebook; gives the end of it. */
export type FollowCodes = (onFound: (found: Result<readonly CodeUse[], WriteFailure>) => void) => () => void;

const CodebookContext = createContext<Codebook>(null);
const NONE: readonly CodeUse[] = [];

/** Hands the codebook down the tree, kept up to date: chips take their colour from it, completion its definitions. */
export function CodesProvider(props: { readonly follow: FollowCodes; readonly children: ComponentChildren }) {
  const { follow } = props;
  const [found, setFound] = useState<Codebook>(null);
  useEffect(() => follow(setFound), [follow]);
  return <CodebookContext.Provider value={found}>{props.children}</CodebookContext.Provider>;
}

/** The codebook as it was answered. */
export function useCodebook(): Codebook {
  return useContext(CodebookContext);
}

/** All codes; none while they are not known. */
export function useCodes(): readonly CodeUse[] {
  const found = useCodebook();
  return found?.ok ? found.value : NONE;
}
