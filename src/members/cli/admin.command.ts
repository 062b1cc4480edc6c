import { parseArgs } from 'node:util';
import { DomainError } from '../../kernel/domain-error.js';
import { COUNTRY, parseRegionCode, regionCode, type RegionCode } from '../../kernel/region-code.js';
import { chinaDay } from '../../kernel/clock.js';
import { say } from '../../kernel/texts.js';
import { isUuid } from '../../kernel/uuid.js';
import { writeLine, type Command, type CommandIo } from '../../platform/cli/command.js';
import { readSettings } from '../../platform/config/index.js';
import { openDataSource, UnitOfWork } from '../../platform/database/index.js';
import { withDatabase } from '../../platform/startup/index.js';
import { defaultRegionsFolder, RegionRegister } from '../../policy/index.js';
import { promiseAdministrator, type FirstAdministrator, type PromisedAdministrator } from '../app/first-administrator.js';
import { membersConstraintErrors } from '../infra/constraints.js';
import { membersErrorTexts } from '../texts.js';
import { adminCommandTexts } from './texts.js';

type Asked = { readonly wanted: FirstAdministrator; readonly json: boolean };
type Fault = { readonly key: 'admin.name_needed' | 'admin.name_wrong' | 'admin.granter_wrong' } | { readonly key: 'admin.region_wrong'; readonly region: string };

/** `zhujiu admin`. @returns 0; 1 where no administrator could be promised; 2 for wrong usage. */
export const run: Command = async (args, io) => {
  const [act, ...rest] = args;
  if (act === '--help') {
    await writeLine(io.stdout, say(adminCommandTexts, io.language, 'admin.command.help'));
    return 0;
  }
  const values = act === 'create' ? optionsOf(rest) : null;
  if (values === null) {
    await writeLine(io.stderr, say(adminCommandTexts, io.language, 'admin.command.help'));
    return 2;
  }
  const asked = read(values);
  if ('key' in asked) {
    await writeLine(io.stderr, say(adminCommandTexts, io.language, asked.key, { region: 'region' in asked ? asked.region : '' }));
    return 2;
  }
  return create(asked, io);
};

type Values = { readonly name?: string | undefined; readonly region?: string | undefined; readonly organisation?: string | undefined; readonly 'granted-by'?: string | undefined; readonly json?: boolean | undefined };

function optionsOf(args: readonly string[]): Values | null {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { name: text, region: text, organisation: text, 'granted-by': text, json: { type: 'boolean' } }, strict: true }).values;
  } catch {
    return null;
  }
}

const NAME = /^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u;

function read({ name, region = COUNTRY, organisation, 'granted-by': grantedBy, json }: Values): Asked | Fault {
  const register = RegionRegister.load(defaultRegionsFolder());
  const code = parseRegionCode(region);
  if (name === undefined) return { key: 'admin.name_needed' };
  if (!NAME.test(name.trim())) return { key: 'admin.name_wrong' };
  if (!code.ok || !register.has(regionCode(code.value.slice(0, 6)))) return { key: 'admin.region_wrong', region };
  if (grantedBy !== undefined && !isUuid(grantedBy)) return { key: 'admin.granter_wrong' };
  return { wanted: { displayName: name.trim(), regionCode: code.value, organisation: organisation?.trim() || federationName(code.value, register), grantedBy: grantedBy ?? null }, json: json ?? false };
}

/** 山东省淄博市张店区残疾人联合会 */
const federationName = (region: RegionCode, register: RegionRegister): string => `${region === COUNTRY ? '中国' : register.fullName(region).replaceAll(' ', '')}残疾人联合会`;

async function create({ wanted, json }: Asked, io: CommandIo): Promise<number> {
  const settings = readSettings();
  try {
    const promised = await withDatabase(settings, async ({ url }) => {
      const db = await openDataSource(url, [], settings);
      try {
        return await new UnitOfWork(db, membersConstraintErrors).run((tx) => promiseAdministrator(tx, wanted, io.clock));
      } finally {
        await db.destroy();
      }
    });
    await tell(promised, settings.server.publicUrl ?? `http://${settings.server.host}:${settings.server.port}`, json, io);
    return 0;
  } catch (error) {
    const text = error instanceof DomainError && Object.hasOwn(membersErrorTexts.zh, error.code) ? (error.code as keyof typeof membersErrorTexts.zh) : null;
    if (text === null) throw error;
    await writeLine(io.stderr, say(membersErrorTexts, io.language, text, (error as DomainError).params));
    return 1;
  }
}

async function tell({ code, expiresAt, organisationId }: PromisedAdministrator, origin: string, json: boolean, io: CommandIo): Promise<void> {
  const link = `${origin}/invitation?code=${code}`;
  const until = chinaDay(expiresAt);
  await writeLine(io.stdout, json ? JSON.stringify({ code, link, expiresAt: expiresAt.toISOString(), organisationId }) : say(adminCommandTexts, io.language, 'admin.created', { code, link, until }));
}
