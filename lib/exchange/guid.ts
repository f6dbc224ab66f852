const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A GUID that stands for `name`: the name itself where it is one, else one made from it, always the same
 * (RFC 9562, version 8; the bits are four FNV-1a hashes, good enough to tell the items of one file apart).
 */
export function guidOf(name: string): string {
  if (GUID.test(name)) return name.toLowerCase();
  const hex = [0, 1, 2, 3].map((seed) => fnv1a(`${seed}${name}`).toString(16).padStart(8, '0')).join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)];
  return parts.join('-');
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // A last mix: FNV alone leaves the seeds too close together.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
