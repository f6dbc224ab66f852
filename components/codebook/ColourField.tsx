import { useId } from 'preact/hooks';
import { CODE_COLOURS, isTold, toldColour } from '../../lib/model/code-colours';
import { say } from '../../lib/platform/words';

const NAMES = [
  'grey',
  'red',
  'orange',
  'ochre',
  'olive',
  'green',
  'teal',
  'blue',
  'violet',
  'purple',
  'rose',
  'brown',
] as const;

/** The colour of a code: one of those offered, or any other, which is checked against the papers of both themes. */
export function ColourField(props: { readonly colour: string; readonly onColour: (colour: string) => void }) {
  const { colour, onColour } = props;
  const id = useId();
  const isOffered = CODE_COLOURS.some((each) => each === colour);
  return (
    <fieldset class="code-colours">
      <legend>{say('codes.colour')}</legend>
      {CODE_COLOURS.map((each, i) => (
        <label key={each} class="swatch" style={{ '--code': each }} title={say(`codes.colours.${NAMES[i] ?? 'grey'}`)}>
          <input
            type="radio"
            name={id}
            checked={each === colour}
            aria-label={say(`codes.colours.${NAMES[i] ?? 'grey'}`)}
            onChange={() => onColour(each)}
          />
        </label>
      ))}
      <label class={isOffered ? 'swatch-other' : 'swatch-other chosen'}>
        <span class="small">{say('codes.otherColour')}</span>
        <input type="color" value={colour} onInput={(event) => onColour(event.currentTarget.value.toLowerCase())} />
      </label>
      {!isTold(colour) && (
        <p class="small warning" role="status">
          {say('codes.faint')}{' '}
          <button type="button" class="link" onClick={() => onColour(toldColour(colour))}>
            {say('codes.nearest')}
          </button>
        </p>
      )}
    </fieldset>
  );
}
