import { useCallback, useEffect, useState } from 'preact/hooks';

/** The answer to a question, null while it is not there yet, and a way to ask again. */
export function useAnswer<Value>(ask: () => Promise<Value>): readonly [Value | null, () => void] {
  const [answer, setAnswer] = useState<Value | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    void ask().then((value) => {
      if (current) setAnswer(value);
    });
    return () => {
      current = false;
    };
  }, [ask, round]);
  return [answer, useCallback(() => setRound((before) => before + 1), [])];
}
