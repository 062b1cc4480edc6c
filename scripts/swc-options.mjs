/** How our TypeScript becomes JavaScript, in the build and in tests alike. Types are checked apart (`npm run typecheck`). */
export const typescriptOptions = {
  parser: { syntax: 'typescript', tsx: true, decorators: true },
  transform: {
    legacyDecorator: true,
    decoratorMetadata: true,
    useDefineForClassFields: false,
    react: { runtime: 'automatic', importSource: 'preact' },
  },
};
