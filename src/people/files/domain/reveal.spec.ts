import { permissionsFor, type RevealField, type RevealPermission } from './reveal.js';

describe('what a reveal asks for', () => {
  it.each<[readonly RevealField[], readonly RevealPermission[]]>([
    [['citizenId'], ['files.reveal']],
    [['phone', 'address'], ['files.reveal']],
    [['certificateNumber'], ['files.reveal_disability']],
    [['disability'], ['files.reveal_disability']],
    [['citizenId', 'disability'], ['files.reveal', 'files.reveal_disability']],
  ])('%j: %j', (fields, expected) => expect(permissionsFor(fields)).toEqual(expected));
});
