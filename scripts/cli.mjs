#!/usr/bin/env node
// `npm run -s zhujiu -- …` from a checkout.
import { ensureBuilt } from './ensure-built.mjs';

await ensureBuilt();
await import('../dist/cli.js');
