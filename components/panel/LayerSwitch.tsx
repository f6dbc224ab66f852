import { LAYERS, type Layer, type Layers } from '../../lib/model/page-view';
import { say } from '../../lib/platform/words';

/** Which marks are painted in the page. */
export function LayerSwitch(props: { readonly layers: Layers; readonly onLayer: (layer: Layer, on: boolean) => void }) {
  const { layers, onLayer } = props;
  return (
    <div class="layers" role="group" aria-label={say('page.layers')}>
      <span class="small" aria-hidden="true">
        {say('page.layers')}
      </span>
      {LAYERS.map((layer) => (
        <button
          key={layer}
          type="button"
          class="chip"
          aria-pressed={layers[layer]}
          onClick={() => onLayer(layer, !layers[layer])}
        >
          {say(`tab.${layer}`)}
        </button>
      ))}
    </div>
  );
}
