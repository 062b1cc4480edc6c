import { paperKindOf } from './paper-kind.js';

it.each([
  ['%PDF-1.7\n', 'application/pdf'], ['\x89PNG\r\n\x1a\n…', 'image/png'], ['\xff\xd8\xff\xe0', 'image/jpeg'], ['<html>', null], ['%PDF', null], ['', null],
])('%j is %s', (begins, kind) => expect(paperKindOf(Buffer.from(begins, 'latin1'))).toBe(kind));
