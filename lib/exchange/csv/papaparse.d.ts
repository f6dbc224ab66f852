/** The two calls of papaparse that are used; its own types would bring the DOM into the pure folders. */
declare module 'papaparse' {
  const Papa: {
    unparse(rows: readonly (readonly string[])[], options: { newline: string; quotes: boolean }): string;
    parse(
      text: string,
      options: { skipEmptyLines: 'greedy' },
    ): { data: string[][]; errors: readonly { message: string; row?: number }[] };
  };
  export default Papa;
}
