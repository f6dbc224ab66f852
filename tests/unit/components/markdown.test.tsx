// @vitest-environment happy-dom
import '../english';
import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../../components/notes/Markdown';

const show = (text: string) => render(<Markdown text={text} />).container;

// The sanitiser needs a real browser; here stands what holds even without it. Pictures: scripts/panel-shots.ts.
describe('Markdown', () => {
  it('renders emphasis, lists and web links that tell the site nothing', () => {
    const shown = show('**bold** [link](https://ledger.example/a)\n\n- one\n- two');
    expect(shown.querySelector('strong')?.textContent).toBe('bold');
    expect(shown.querySelectorAll('li')).toHaveLength(2);
    const link = shown.querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://ledger.example/a');
    expect(link?.getAttribute('rel')).toBe('noreferrer noopener');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '<svg onload=alert(1)>',
    '<iframe src=https://ledger.example>',
    '<a href="https://ledger.example" onclick="alert(1)" style="position:fixed">x</a>',
    '<form action=https://ledger.example><button>x</button></form>',
    '<style>@import url(https://ledger.example)</style>',
  ])('makes nothing that acts or loads of %s', (attack) => {
    const shown = show(attack);
    expect(shown.querySelector('script, img, svg, iframe, form, style, link, object, video, audio')).toBeNull();
    for (const element of shown.querySelectorAll('*')) {
      const names = element.getAttributeNames();
      expect(names.filter((name) => name.startsWith('on') || name === 'style' || name === 'src')).toEqual([]);
      expect(element.getAttribute('href') ?? 'https:').toMatch(/^https?:/);
    }
  });
});
