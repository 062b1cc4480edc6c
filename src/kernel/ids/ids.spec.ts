import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { citizenIdCheckSign, maskCitizenId, parseCitizenId } from './citizen-id.js';
import { maskDisabilityCertificate, parseDisabilityCertificate } from './disability-certificate.js';
import { organisationCheckSign, parseOrganisationCode } from './organisation-code.js';
import { parseServiceCertificate } from './service-certificate.js';
import { parseUscc, usccCheckSign } from './uscc.js';

/** The two specimens printed in GB 11643-1999. */
const SPECIMEN = '11010519491231002X';

describe('citizen id', () => {
  it('reads the specimens of the standard', () => {
    expect(parseCitizenId(SPECIMEN)).toEqual({ ok: true, value: { text: SPECIMEN, area: '110105', birthDate: '1949-12-31', sex: 'female' } });
    expect(parseCitizenId('440524188001010014')).toMatchObject({ ok: true, value: { sex: 'male' } });
  });

  it('takes full-width signs, spaces and a small x as they are meant', () => {
    expect(parseCitizenId('１１０１０５　１９４９１２３１ 002ｘ')).toMatchObject({ ok: true, value: { text: SPECIMEN } });
  });

  it.each([
    ['110105194912310021', 'citizen_id.check_digit'],
    ['11010519491231002', 'citizen_id.length'],
    ['110105491231002', 'citizen_id.old_format'],
    ['11010519491331002X', 'citizen_id.birth_date'],
    ['1101051949123100XX', 'citizen_id.malformed'],
    ['', 'citizen_id.length'],
  ])('refuses %s', (text, code) => expect(parseCitizenId(text)).toEqual({ ok: false, error: code }));

  it('finds every single wrong digit', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const digit = (Number(SPECIMEN[at]) + shift) % 10;
      expect(parseCitizenId(`${SPECIMEN.slice(0, at)}${digit}${SPECIMEN.slice(at + 1)}`).ok).toBe(false);
    }));
    expect(citizenIdCheckSign(SPECIMEN)).toBe('X');
  });

  it('hides all but three and two signs', () => expect(maskCitizenId(SPECIMEN)).toBe('110*************2X'));
});

describe('disability certificate', () => {
  it('reads holder, category, grade and re-issue', () => {
    expect(parseDisabilityCertificate(`${SPECIMEN}43`)).toMatchObject({ ok: true, value: { category: 4, grade: 3, reissue: 0 } });
    expect(parseDisabilityCertificate(`${SPECIMEN}11b12`)).toMatchObject({ ok: true, value: { category: 1, grade: 1, reissue: 12 } });
  });

  it.each([
    [`${SPECIMEN}83`, 'disability_certificate.category'],
    [`${SPECIMEN}45`, 'disability_certificate.grade'],
    [`${SPECIMEN}43B0`, 'disability_certificate.reissue'],
    [`${SPECIMEN}4`, 'disability_certificate.length'],
    ['11010519491231002143', 'disability_certificate.citizen_id.check_digit'],
    ['ABCDEFGHIJKLMNOPQR43', 'disability_certificate.malformed'],
  ])('refuses %s', (text, code) => expect(parseDisabilityCertificate(text)).toEqual({ ok: false, error: code }));

  it('hides the diagnosis', () => expect(maskDisabilityCertificate(`${SPECIMEN}43`)).not.toContain('43'));
});

describe('military and police certificates', () => {
  it('keep kind and grade beside the number', () => {
    expect(parseServiceCertificate('military', '军残字第 Ａ123456 号', 8)).toMatchObject({ ok: true, value: { kind: 'military', grade: 8, text: '军残字第A123456号' } });
    expect(parseServiceCertificate('police', '警残000123', 11)).toEqual({ ok: false, error: 'service_certificate.grade' });
    expect(parseServiceCertificate('police', '?', 1)).toEqual({ ok: false, error: 'service_certificate.malformed' });
  });
});

describe('unified social credit code and organisation code', () => {
  it('holds the published code of GB 32100', () => {
    expect(parseUscc('91350100M000100Y43')).toMatchObject({ ok: true, value: { area: '350100', organisationCodeHolds: true } });
    expect(usccCheckSign('91350100M000100Y4')).toBe('3');
  });

  it('reads organisation codes with and without a hyphen', () => {
    expect(parseOrganisationCode('M000100Y-4')).toEqual({ ok: true, value: 'M000100Y4' });
    expect(parseOrganisationCode('M000100Y5')).toEqual({ ok: false, error: 'organisation_code.check_digit' });
    expect(organisationCheckSign('M000100Y')).toBe('4');
  });

  const vectors = path.resolve(import.meta.dirname, '../../../../shared/data/ids/uscc-vectors.json');
  const present = existsSync(vectors);
  (present ? it : it.skip)('agrees with the public vectors (skipped where they are absent)', () => {
    const file = JSON.parse(readFileSync(vectors, 'utf8')) as { vectors: { code: string; valid: boolean; why?: string }[] };
    const NORMALISED = /lower case|full-width/;
    for (const { code, valid, why } of file.vectors) {
      // We accept lower case and full-width signs and keep the plain upper-case form.
      const expected = valid || NORMALISED.test(why ?? '');
      expect({ code, ok: parseUscc(code).ok }).toEqual({ code, ok: expected });
    }
  });
});
