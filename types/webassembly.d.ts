/** What the language engine uses of WebAssembly: every host of it has this, with or without a DOM. */
declare namespace WebAssembly {
  class Memory {
    constructor(limits: { initial: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  function instantiate(
    bytes: Uint8Array<ArrayBuffer>,
    imports: Record<string, Record<string, Memory>>,
  ): Promise<{ readonly instance: { readonly exports: object } }>;
}
