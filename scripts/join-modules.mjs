// Joins what a process reads at its start into few files: the service consists of thousands of modules, and looking up and
// opening each of them was half of every start. The modules of the tree stay beside them, for threads, tests and benches.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, stop } from 'esbuild';

const ENTRIES = ['start', 'main', 'worker', 'cli', 'demo-district'];

/**
 * Packages of many small modules, plain JavaScript without files of their own beside it. All others stay where they are; with
 * typeorm, whose drivers are looked up at run time, a start took no less time.
 */
const JOINED = new Set([
  '@nestjs/common', '@nestjs/core', '@nestjs/mapped-types', '@nestjs/platform-express', '@nestjs/swagger', '@nestjs/typeorm',
  '@opentelemetry/api', 'class-transformer', 'class-validator', 'es-toolkit', 'hucre', 'iterare', 'libphonenumber-js', 'prom-client',
  'rate-limiter-flexible', 'rxjs', 'tslib', 'uid', 'validator', 'yaml',
]);

const packageOf = (name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

const packages = {
  name: 'packages',
  setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path: name }) => (JOINED.has(packageOf(name)) ? undefined : { path: name, external: true })),
};

/** Joined files lie flat in the folder of the build, so a module that asks where it lies is told where it lay. */
const places = (folder) => ({
  name: 'places',
  setup: ({ onLoad }) => onLoad({ filter: /\.js$/ }, async ({ path: file }) => {
    const place = path.relative(folder, file);
    if (place.startsWith('..')) return undefined;
    const text = await readFile(file, 'utf8');
    if (!text.includes('import.meta.')) return undefined;
    const url = `new URL(${JSON.stringify(`./${place}`)}, import.meta.url)`;
    const contents = text.replaceAll(/import\.meta\.(url|dirname|filename|resolve)\b/g, (whole, what) => {
      if (what === 'url') return `${url}.href`;
      if (what === 'dirname') return `fileFromAddress(new URL('.', ${url}))`;
      throw new Error(`${place}: ${whole} is not known where modules are joined`);
    });
    return { contents, loader: 'js' };
  }),
});

/** Packages in CommonJS call `require`, which a module does not have. */
const BANNER = "import { createRequire as requireOf } from 'node:module'; import { fileURLToPath as fileFromAddress } from 'node:url'; const require = requireOf(import.meta.url);";

/** @param folder a finished tree of modules; its entries are replaced by joined ones */
export async function joinModules(folder) {
  await build({
    entryPoints: ENTRIES.map((name) => path.join(folder, `${name}.js`)),
    outdir: folder,
    allowOverwrite: true,
    chunkNames: 'joined-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The framework asks for the validator and the transformer by `import()`, which of CommonJS would give it a default export alone.
    mainFields: ['es2015', 'main'],
    // Tokens, entities and errors are known by the names of their classes.
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: BANNER },
    plugins: [packages, places(folder)],
    logLevel: 'error',
  });
  // Else its process stays as long as the service that was built for.
  await stop();
}
