import { defineConfig } from 'vitest/config';

/** Unit tests: the pure folders in Node; a file that needs a DOM says so on its first line. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
