import { type RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A ref that always holds the value of the latest render, for effects that must not run again when it changes. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });
  return ref;
}
