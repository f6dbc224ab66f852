import type { CslName } from './byline';

/** "Ortiz, Marta Elena" or, for what is no person, the name itself. */
export function familyFirst(name: CslName): string {
  return 'literal' in name ? name.literal : join([name.family, name.given, name.suffix]);
}

/** "Marta Elena Ortiz". */
export function givenFirst(name: CslName): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.family].join(' ') + (name.suffix ? ` ${name.suffix}` : '');
}

/** "Ortiz, M. E." as APA writes it. */
export function familyAndInitials(name: CslName): string {
  return 'literal' in name ? name.literal : join([name.family, initials(name.given), name.suffix]);
}

/** "Ortiz", for references in the running text. */
export function shortName(name: CslName): string {
  return 'literal' in name ? name.literal : name.family;
}

function initials(given: string): string {
  return given
    .split(' ')
    .map((word) =>
      word
        .split('-')
        .filter(Boolean)
        .map((part) => `${part.replace(/^(.).*$/su, '$1').toUpperCase()}.`)
        .join('-'),
    )
    .join(' ');
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
