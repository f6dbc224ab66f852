/** The part of citeproc that the tests use as an oracle. */
declare module 'citeproc' {
  export class Engine {
    constructor(
      system: { retrieveLocale(): string; retrieveItem(id: string): unknown },
      style: unknown,
      locale: string,
    );
    setOutputFormat(format: 'text'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [unknown, string[]];
    previewCitationCluster(cluster: unknown, before: unknown[], after: unknown[], format: 'text'): string;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
