import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../config/index.js';
import { roleNames } from '../caller.js';
import { PermissionBook } from './permission-book.js';
import { disagreements } from './permission-check.js';
import { PermissionsError } from './permissions-error.js';
import { readPermissions } from './read-permissions.js';

const shipped = readFileSync(path.join(projectRoot, 'config/permissions.yaml'), 'utf8');
const role = (name: string, holds: string, grants = '[]'): string => `  ${name}: { acts_for: region, organisations: [], staff: true, duty: false, holds: ${holds}, grants: ${grants}, sees: [] }`;
/** All roles, those named with these lines instead. */
const file = (lines: Readonly<Record<string, string>>, account = '[]'): string => ['account: ' + account, 'machines: []', 'roles:', ...roleNames.map((name) => lines[name] ?? role(name, '[]'))].join('\n');

const faultsOf = (text: string): string[] => {
  try {
    readPermissions(text);
    return [];
  } catch (error) {
    if (!(error instanceof PermissionsError)) throw error;
    return error.message.split('\n').slice(1);
  }
};

describe('config/permissions.yaml', () => {
  it('as shipped can be read; the three duties are apart and their holders grant nobody else’s work to themselves', () => {
    const rules = readPermissions(shipped);
    expect(roleNames.filter((name) => rules.roles[name].duty)).toEqual(['administrator', 'security_officer', 'auditor']);
    expect([...rules.roles.auditor.grants, ...rules.roles.security_officer.grants]).toEqual([]);
    expect([...rules.machines].filter((permission) => /^(?:files|consents|rights|sign_in|machine_keys)\./.test(permission))).toEqual([]);
  });

  it('gives a program only what its role holds and a key may carry', () => {
    const book = PermissionBook.parse(file({ monitor: role('monitor', '[files.read, members.read]') }).replace('machines: []', 'machines: [members.read, organisations.read]'));
    expect([...book.machinesMay('monitor', ['files.read', 'members.read', 'organisations.read'])]).toEqual(['members.read']);
  });

  it('gives every role what every account has', () => {
    const book = PermissionBook.parse(file({ monitor: role('monitor', '[files.read]') }, '[account.read]'));
    expect([...book.permissionsOf('monitor')]).toEqual(['account.read', 'files.read']);
    expect([...book.permissionsOf(null)]).toEqual(['account.read']);
    expect(book.holdersOf('files.read')).toEqual(['monitor']);
    expect(book.holdersOf('account.read')).toBe('account');
  });

  // jobseeker is the first role and stands on line 4.
  it.each([
    ['an unknown role', file({ jobseeker: `${role('jobseeker', '[]')}\n${role('king', '[]')}` }), /^- config\/permissions\.yaml:5 .*king.*"king" is not known/],
    ['a role that is missing', file({ jobseeker: '  # nobody' }), /roles lacks jobseeker/],
    ['a role that stands twice', file({ jobseeker: `${role('jobseeker', '[]')}\n${role('jobseeker', '[]')}` }), /^- config\/permissions\.yaml:5 .*YAML/],
    ['an unknown word of a role', file({ jobseeker: '  jobseeker: { acts_for: self, organisations: [], staff: false, duty: false, holds: [], grants: [], sees: [], may: [] }' }), /:4 .*"may" is not known/],
    ['a word of a role that is missing', file({ jobseeker: '  jobseeker: { acts_for: self, organisations: [], staff: false, holds: [], grants: [], sees: [] }' }), /:4 .*jobseeker lacks duty/],
    ['an unknown scope', file({ jobseeker: role('jobseeker', '[]').replace('region', 'world') }), /:4 .*"world" is not known/],
    ['an unknown kind of organisation', file({ jobseeker: role('jobseeker', '[]').replace('organisations: []', 'organisations: [bank]') }), /:4 .*"bank" is not known/],
    ['a grant of an unknown role', file({ jobseeker: role('jobseeker', '[]', '[king]') }), /:4 .*"king" is not known/],
    ['a permission without a room', file({ jobseeker: role('jobseeker', '[everything]') }), /:4 .*"everything" is no name/],
    ['a permission twice', file({ jobseeker: role('jobseeker', '[a.b, a.b]') }), /:4 .*"a\.b" stands twice/],
    ['a truth that is none', file({ jobseeker: role('jobseeker', '[]').replace('staff: true', 'staff: perhaps') }), /:4 .*true or false/],
    ['a list that is none', file({ jobseeker: role('jobseeker', 'a.b') }), /:4 .*must be a list/],
    ['a number for a word', file({ jobseeker: role('jobseeker', '[7]') }), /:4 .*must be a word/],
    ['text that is no YAML', 'roles: [', /YAML/],
    ['nothing', '', /must be a map/],
  ])('refuses %s, with its line', (_, text, expected) => {
    const faults = faultsOf(text);
    expect(faults).toContainEqual(expect.stringMatching(expected));
    for (const fault of faults) expect(fault).toMatch(/[\u4e00-\u9fff].* \/ /);
  });

  it('names all faults at once', () => {
    expect(faultsOf(file({ jobseeker: role('jobseeker', '[x]'), auditor: role('auditor', '[y]') }))).toHaveLength(2);
  });

  it('must name what routes and commands ask for, and nothing else', () => {
    const book = PermissionBook.parse(file({ jobseeker: role('jobseeker', '[a.b, a.c]') }));
    expect(disagreements(book, new Map([['a.b', 'A.read'], ['a.c', 'A.write']]))).toEqual([]);
    expect(disagreements(book, new Map([['a.b', 'A.read'], ['a.d', 'A.burn']]))).toMatchObject([{ line: 4, en: 'no route or command asks for a.c' }, { line: null, en: 'a.d stands nowhere, and A.burn asks for it' }]);
  });
});
