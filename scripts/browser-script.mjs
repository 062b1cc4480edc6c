import { buildSync } from 'esbuild';

/** Our own scripts for browsers and what they need of govuk-frontend, as one script that is loaded with type="module". @returns {string} */
export function browserScript(entry) {
  const { outputFiles: [file] } = buildSync({ entryPoints: [entry], bundle: true, format: 'iife', target: 'es2018', legalComments: 'none', charset: 'utf8', write: false, logLevel: 'error' });
  return file.text;
}
