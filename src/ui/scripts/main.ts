import { CodeLookup } from './code-lookup.js';
import { startGovuk } from './govuk.js';
import { LiveLevy } from './live-levy.js';
import { PollStatus } from './poll-status.js';
import { ReadAloud } from './read-aloud.js';
import { SessionEnd } from './session-end.js';
import { UploadProgress } from './upload-progress.js';

startGovuk(document);
customElements.define('session-end', SessionEnd);
customElements.define('live-levy', LiveLevy);
customElements.define('upload-progress', UploadProgress);
customElements.define('code-lookup', CodeLookup);
customElements.define('poll-status', PollStatus);
customElements.define('read-aloud', ReadAloud);
