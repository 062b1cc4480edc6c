import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chinaDay } from '../kernel/clock.js';
import { regionCode } from '../kernel/region-code.js';
import { say } from '../kernel/texts.js';
import { InviteMember, KeepOrganisation } from '../members/index.js';
import type { RoleName, Scope } from '../platform/access/index.js';
import type { AuditedCaller } from '../platform/audit/index.js';
import type { Settings } from '../platform/config/index.js';
import type { DemoSeed } from '../platform/demo/index.js';
import { demoTexts } from './texts.js';

/** The file in the data folder that holds the invitation codes of the demo; nobody but the service's own user can read it. */
export const DEMO_FILE = 'demo-invitations.txt';

/** 张店区, a seed region whose law is in the data. */
const HOME = regionCode('370303');
const ROLES = [
  'administrator', 'security_officer', 'auditor', 'town_officer', 'counselor', 'first_reviewer', 'second_reviewer', 'monitor', 'finance_officer', 'tax_liaison', 'inspector',
] as const satisfies readonly RoleName[];
const SCOPE: Scope = { kind: 'region', prefix: HOME };
const DEMO: AuditedCaller = { accountId: null, machineKeyId: null, membershipId: null, role: null, via: 'demo' };

/**
 * A federation and an invitation to each of some roles. No password that others know ever exists: whoever started the
 * service reads the codes and goes the way that every invited person goes, second factor included.
 */
export function demoPeople(organisations: KeepOrganisation, invitations: InviteMember, settings: Settings): DemoSeed {
  return {
    name: 'people',
    seed: async (tx) => {
      const organisationId = await organisations.createIn(tx, SCOPE, DEMO, { kind: 'federation', name: say(demoTexts, 'zh', 'demo.federation'), regionCode: HOME, parentId: null });
      const lines: string[] = [];
      let until = new Date(0);
      for (const role of ROLES) {
        const title = (language: 'zh' | 'en'): string => say(demoTexts, language, `demo.role.${role}`);
        const { code, expiresAt } = await invitations.promise(tx, SCOPE, DEMO, title('zh'), { role, organisationId, employerId: null, regionCode: HOME, validUntil: null });
        lines.push(`${code}  ${title('zh')} / ${title('en')}`);
        until = expiresAt;
      }
      // Written before the transaction ends: were it lost afterwards, nobody could read the codes again.
      writeFileSync(path.join(settings.database.dataDir, DEMO_FILE), [...headOf(settings, until), '', ...lines, ''].join('\n'), { mode: 0o600 });
    },
  };
}

function headOf({ server }: Settings, until: Date): readonly string[] {
  const params = { until: chinaDay(until), address: `${server.publicUrl ?? `http://127.0.0.1:${server.port}`}/invitation` };
  return [say(demoTexts, 'zh', 'demo.file_head', params), say(demoTexts, 'en', 'demo.file_head', params)];
}
