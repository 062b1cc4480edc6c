import { unzipSync, zipSync } from 'fflate';
import { makeBundle, verifyBundle } from './archive-bundle.js';

const files = { 'index.html': Buffer.from('<p>一页</p>'), 'papers/001-contract.pdf': Buffer.from('%PDF-1.7') };

describe('an archive', () => {
  it('verifies as it was made, and is the same for the same content', () => {
    expect(verifyBundle(makeBundle(files))).toEqual({ files: 2, faults: [] });
    expect(makeBundle(files)).toEqual(makeBundle({ ...files }));
    expect(Buffer.from(unzipSync(makeBundle(files))['checksums.txt'] as Uint8Array).toString()).toMatch(/^[0-9a-f]{64} {2}index\.html\n[0-9a-f]{64} {2}papers\/001-contract\.pdf\n$/);
  });

  it.each([
    ['changed', (entries: Record<string, Uint8Array>) => ({ ...entries, 'index.html': Buffer.from('<p>另一页</p>') }), ['index.html']],
    ['missing', ({ 'index.html': _, ...entries }: Record<string, Uint8Array>) => entries, ['index.html']],
    ['added', (entries: Record<string, Uint8Array>) => ({ ...entries, 'more.txt': Buffer.from('x') }), ['more.txt']],
    ['without its list', ({ 'checksums.txt': _, ...entries }: Record<string, Uint8Array>) => entries, ['checksums.txt', 'index.html', 'papers/001-contract.pdf']],
  ])('a file that was %s is found', (_, change, faults) => {
    expect(verifyBundle(zipSync(change(unzipSync(makeBundle(files))) as Record<string, Uint8Array>)).faults).toEqual(faults);
  });

  it('no ZIP at all is a fault', () => expect(verifyBundle(Buffer.from('nothing')).faults).toEqual(['checksums.txt']));
});
