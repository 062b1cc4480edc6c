import { citizenIdCheckSign } from '../../../kernel/ids/citizen-id.js';
import { certificateOfHolder, citizenIdOf } from './certificate-of-holder.js';

const id = (first17: string): string => first17 + citizenIdCheckSign(first17);
const HOLDER = id('99999919900307123');
const OTHER = id('99999919900307125');

describe('a certificate and its holder', () => {
  const holder = citizenIdOf(HOLDER);
  if (!holder.ok) throw new Error(holder.error);

  it('belong together when the number begins with the citizen id', () => {
    expect(certificateOfHolder(` ${HOLDER}42B1 `, holder.value)).toMatchObject({ ok: true, value: { category: 4, grade: 2, reissue: 1 } });
  });

  it.each([
    ['of somebody else', `${OTHER}42`, 'registry.certificate.other_holder'],
    ['with a category that does not exist', `${HOLDER}82`, 'registry.certificate.malformed'],
    ['too short', HOLDER, 'registry.certificate.malformed'],
  ])('not %s', (_, number, error) => expect(certificateOfHolder(number, holder.value)).toEqual({ ok: false, error }));

  it('a citizen id with a wrong check sign is none', () => {
    expect(citizenIdOf(`${HOLDER.slice(0, 17)}${HOLDER.endsWith('1') ? '2' : '1'}`)).toEqual({ ok: false, error: 'registry.citizen_id.malformed' });
  });
});
