export function findChromium(say?: (sentence: string) => void): string | null;
export function findOrInstallChromium(say?: (sentence: string) => void): string | null;
export function findOrInstallFirefox(): string | null;
