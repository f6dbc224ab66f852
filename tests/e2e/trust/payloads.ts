import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ATTACKS = resolve('../shared/attacks');

/** Payloads that are always there, of each kind a few; the collections beside the project bring some nine hundred more. */
const OWN: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<iframe src="javascript:alert(1)"></iframe>',
  '<base href=https://outside.example/><link rel=import href=//outside.example/x>',
  '<style>@import url(https://outside.example/x.css);</style>',
  '[x](javascript:alert(1)) ![x](https://outside.example/x.png)',
  '<form action=https://outside.example><input name=nodeType><input name=children></form>',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)}',
  '__proto__',
  'constructor',
  '\u202Eyksa\u202C \u2066left\u2069 \u200B\uFEFF',
  'раураl.com',
  'العربية then English',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
  '\0\x01\x1b[31m',
  '=cmd|calc!A1',
];

/** Addresses that must never become a link. */
const OWN_ADDRESSES: readonly string[] = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///x',
];

function shared(name: string): unknown[] {
  const path = resolve(ATTACKS, name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as unknown[]) : [];
}

/** Hostile and odd strings, for every place where a text can stand. */
export function payloads(): string[] {
  const xss = shared('xss-payloads.json').map((one) => (one as { payload: string }).payload);
  const html = sanitiserPayloads();
  const odd = shared('blns.json').map(String);
  return [...OWN, ...xss, ...html, ...odd].filter((text) => text.trim() !== '').map((text) => text.slice(0, 2_000));
}

/** HTML that a sanitiser must tame. */
export function sanitiserPayloads(): string[] {
  return shared('dompurify-fixtures.json').map((one) => (one as { payload: string }).payload);
}

/** Addresses, most of which must never become a link. */
export function addresses(): string[] {
  return [...OWN_ADDRESSES, ...shared('urls.json').map(String)];
}
