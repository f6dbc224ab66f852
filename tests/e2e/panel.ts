import { expect, type Locator, type Page } from '@playwright/test';

export type TabName = 'Claims' | 'Actors' | 'Notes' | 'Related';

/** The side panel as a reader sees it: everything by role and name. */
export class Panel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  tab(name: TabName): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  async select(name: TabName): Promise<void> {
    await this.tab(name).click();
  }

  /** The number beside a tab. */
  async count(name: TabName): Promise<number> {
    return Number(/\d+/.exec(await this.tab(name).innerText())?.[0] ?? Number.NaN);
  }

  /** Waits until the article with this title is on show. */
  async shows(title: string | RegExp): Promise<void> {
    await expect(this.title).toContainText(title);
    await expect(this.tab('Claims')).toBeVisible();
  }

  get claims(): Locator {
    return this.page.getByRole('list', { name: 'Claims in this article' }).locator('> li');
  }

  claim(words: string): Locator {
    return this.claims.filter({ hasText: words }).first();
  }

  /** Opens the detail of a claim. */
  async open(words: string): Promise<Locator> {
    const row = this.claim(words);
    await row.getByRole('button').first().click();
    return row;
  }

  get notes(): Locator {
    return this.page.getByRole('list', { name: 'Notes on this article' }).locator('> li');
  }

  get lostNotes(): Locator {
    return this.page.getByRole('list', { name: 'Not found on this page' }).locator('> li');
  }

  get related(): Locator {
    return this.page.getByRole('list', { name: 'Related articles you kept' }).locator('> li');
  }

  /** Fills the note editor that is open, and saves. */
  async writeNote(body: string, tags: readonly string[] = []): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Note', exact: true }).fill(body);
    const field = this.page.getByRole('combobox', { name: 'Tags' });
    for (const tag of tags) {
      await field.fill(tag);
      await field.press('Enter');
    }
    await this.page.locator('form').getByRole('button', { name: 'Save', exact: true }).click();
  }
}
