/** Stands in for `browser` where no extension is: the texts of the interface, nothing else. */
export const browser = {
  i18n: {
    getMessage: (key: string): string =>
      (globalThis as unknown as { hearsayTexts: Record<string, string> }).hearsayTexts[key] ?? '',
  },
};
