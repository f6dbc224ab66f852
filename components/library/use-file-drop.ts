import { useEffect, useState } from 'preact/hooks';
import { useLatest } from '../hooks/use-latest';

/**
 * Files that are dragged over the page, wherever: gives whether there are any right now, and tells of those that were
 * dropped. Words and links that are dragged are left to the browser, and so is everything while a dialog is open.
 */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useLatest(onDrop);
  useEffect(() => {
    // Each element that is entered and left tells of it: over the page is who entered more than he left.
    let depth = 0;
    const over = (change: number) => {
      depth = Math.max(0, depth + change);
      setIsOver(depth > 0);
    };
    const ifFiles = (act: (event: DragEvent) => void) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files') || document.querySelector('dialog[open]')) return;
      // Without it the browser would leave the page for the file.
      event.preventDefault();
      act(event);
    };
    const onEnter = ifFiles(() => over(1));
    const onLeave = ifFiles(() => over(-1));
    const onOver = ifFiles(({ dataTransfer }) => {
      if (dataTransfer) dataTransfer.dropEffect = 'copy';
    });
    const onDropped = ifFiles(({ dataTransfer }) => {
      depth = 0;
      setIsOver(false);
      const files = [...(dataTransfer?.files ?? [])];
      if (files.length > 0) latest.current?.(files);
    });
    addEventListener('dragenter', onEnter);
    addEventListener('dragleave', onLeave);
    addEventListener('dragover', onOver);
    addEventListener('drop', onDropped);
    return () => {
      removeEventListener('dragenter', onEnter);
      removeEventListener('dragleave', onLeave);
      removeEventListener('dragover', onOver);
      removeEventListener('drop', onDropped);
    };
  }, [latest]);
  return isOver;
}
