// Tests run as CommonJS: swc compiles our TypeScript and down-levels the ESM-only packages.
import { typescriptOptions } from './scripts/swc-options.mjs';

const swc = (options) => ['@swc/jest', {
  swcrc: false,
  jsc: { target: 'es2022', keepClassNames: true, ...options },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: 'inline',
}];

export const base = {
  testEnvironment: 'node',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': swc(typescriptOptions),
    '^.+\\.m?js$': swc({ parser: { syntax: 'ecmascript' } }),
  },
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/bench/peers/'],
};

export default {
  // A limit for what hangs, not a bar: a loaded machine takes long to start a service.
  testTimeout: 120_000,
  maxWorkers: 2,
  // Compiled modules of every suite stay in a worker; without a new one now and then it grows to gigabytes.
  workerIdleMemoryLimit: '1500MB',
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
