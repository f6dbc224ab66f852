import { say } from '../../lib/platform/words';

/** Lies over the page while a file is dragged over it. Who cannot drag has the place for importing, so it is not read out. */
export function DropOverlay() {
  return (
    <div class="drop-overlay" aria-hidden="true">
      <p class="drop-words">{say('import.dropAnywhere')}</p>
      <p class="small">{say('import.dropThen')}</p>
    </div>
  );
}
