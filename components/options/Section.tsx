import type { ComponentChildren } from 'preact';

/** One section of the options page. */
export function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="option-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
