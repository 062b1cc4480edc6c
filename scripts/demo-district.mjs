// `npm run demo:district`: a made-up district in the embedded database.
import { ensureBuilt } from './ensure-built.mjs';

// One program makes in minutes what a district's people do in two years.
process.env.ZHUJIU_ACCOUNT_CALLS_PER_MINUTE ??= '1000000';
process.env.ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE ??= '1000000';
process.env.ZHUJIU_LOG_LEVEL ??= 'error';
await ensureBuilt();
await import('../dist/demo-district.js');
