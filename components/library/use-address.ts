import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { type Address, hashOf, readAddress } from './address';

/** The address in the page's fragment, so that the browser's back works and reloading stays, and the way to another. */
export function useAddress(): readonly [Address, (to: Address) => void] {
  const [hash, setHash] = useState(location.hash);
  useLayoutEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = useCallback((to: Address) => {
    location.hash = hashOf(to);
    setHash(location.hash);
  }, []);
  return [readAddress(hash), go];
}
