import { useRef, useState } from 'preact/hooks';
import { say } from '../../lib/platform/words';
import { nowAndThen } from '../hooks/now-and-then';

export interface JobProgress {
  readonly words: string;
  readonly done: number;
  /** Null where it is not known how much there is to do. */
  readonly all: number | null;
}

export interface Job {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number | null) => void;
}

/** The one piece of long work that may run at a time: its progress, null while none runs, and ways to start and stop it. */
export function useJobs() {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const running = useRef<AbortController | null>(null);

  const stop = () => {
    running.current?.abort();
    running.current = null;
    setProgress(null);
  };
  /** Runs `work` in place of what ran before; gives null when it was stopped meanwhile. */
  const run = async <Value>(work: (job: Job) => Promise<Value>): Promise<Value | null> => {
    stop();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const onProgress = nowAndThen((done: number, all: number | null) => {
      if (signal.aborted) return;
      const words = all === null ? say('library.reading', { done }) : say('library.exporting', { done, all });
      setProgress({ words, done, all });
    });
    try {
      const value = await work({ signal, onProgress });
      return signal.aborted ? null : value;
    } finally {
      if (running.current === controller) stop();
    }
  };
  return { progress, run, stop };
}
