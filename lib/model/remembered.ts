/** What is to be known of a database to tell it from another one, and from itself at an earlier time. */
export interface LibraryState {
  /** Made with the database. */
  readonly mark: string;
  /** Writes so far: this never falls. */
  readonly changes: number;
  /** Articles, those in the trash too. */
  readonly articles: number;
}

/** What is remembered of the database, apart from it. */
export interface Remembered extends LibraryState {
  /** How many articles were missing when the end was found to be gone; null while nothing is. */
  readonly missing: number | null;
}
