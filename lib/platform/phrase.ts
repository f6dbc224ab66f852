/** The texts of one language, by key with "_" for ".", as the build writes them for the browser. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * A text of the catalogue, filled in as the browser and @wxt-dev/i18n together would: a number chooses between singular
 * and plural ("$1 note | $1 notes") and stands for "$1", an object fills in the named places.
 */
export function phrase(catalogue: Catalogue, key: string, args: readonly unknown[]): string {
  const message = catalogue[key.replaceAll('.', '_')] ?? '';
  const count = args.find((arg) => typeof arg === 'number');
  const forms = count === undefined ? [message] : message.split(' | ');
  const form = forms[formOf(forms.length, count ?? 0)] ?? message;
  const named = args.find((arg): arg is object => typeof arg === 'object' && arg !== null);
  return form
    .replaceAll(/\$([$1])/g, (_, sign: string) => (sign === '$' ? '$' : String(count ?? '')))
    .replaceAll(/\{(\w+)\}/g, (place, name: string) =>
      named && Object.hasOwn(named, name) ? String(Reflect.get(named, name)) : place,
    );
}

/** Of two forms the second is the plural; of three the first is for none. */
function formOf(forms: number, count: number): number {
  if (forms === 3) return count === 0 || count === 1 ? count : 2;
  return forms === 2 && count !== 1 ? 1 : 0;
}
