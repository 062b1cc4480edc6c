import { startGovuk } from './govuk.js';

startGovuk(document);
