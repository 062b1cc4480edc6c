// Tests run as CommonJS: swc compiles our TypeScript and down-levels the ESM-only packages.
const swc = (parser, typescript) => ['@swc/jest', {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser,
    keepClassNames: true,
    transform: {
      ...(typescript ? { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } : {}),
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: 'inline',
}];

export const base = {
  testEnvironment: 'node',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': swc({ syntax: 'typescript', tsx: true, decorators: true }, true),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }, false),
  },
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/bench/peers/'],
};

export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  projects: [
    // Pure rules and components: no database, no network.
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx', '<rootDir>/test/{policy,architecture,ui}/**/*.spec.ts', '<rootDir>/test/{policy,architecture,ui}/**/*.spec.tsx'] },
    // Real PostgreSQL, real HTTP.
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/{integration,e2e,contract}/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/global-setup.mjs',
      globalTeardown: '<rootDir>/test/global-teardown.mjs',
    },
  ],
};
