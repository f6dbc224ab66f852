import type { FunctionComponent } from 'preact';
import { ComparePlace } from '../agreement/ComparePlace';
import { CodebookPlace } from '../codebook/CodebookPlace';
import { ActorsPlace } from '../actor-page/ActorsPlace';
import { ImportPlace } from '../importing/ImportPlace';
import { ToReadPlace } from '../to-read/ToReadPlace';
import type { PlaceName } from './address';
import type { PlaceProps } from './place';
import { ArticlesPlace, TrashPlace } from './ShelfPlace';

/** What stands below the bar in each place. */
export const PLACE_VIEWS: Readonly<Record<PlaceName, FunctionComponent<PlaceProps>>> = {
  articles: ArticlesPlace,
  actors: ActorsPlace,
  codebook: CodebookPlace,
  compare: ComparePlace,
  toRead: ToReadPlace,
  trash: TrashPlace,
  import: ImportPlace,
};
