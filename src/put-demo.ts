import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_FILE, demoPeople, demoTexts } from './demo/index.js';
import { say } from './kernel/texts.js';
import { InviteMember, KeepOrganisation } from './members/index.js';
import type { Settings } from './platform/config/index.js';
import { UnitOfWork } from './platform/database/index.js';
import { seedDemo } from './platform/demo/index.js';
import type { OpenedDatabase } from './platform/startup/index.js';

/** Puts the demo into an embedded database that has none yet, and tells where its invitations are. */
export async function putDemo(nest: INestApplicationContext, database: OpenedDatabase, settings: Settings, tell: (line: string) => void): Promise<void> {
  const parts = [demoPeople(nest.get(KeepOrganisation, { strict: false }), nest.get(InviteMember, { strict: false }), settings)];
  const ran = await seedDemo(database, settings, nest.get(UnitOfWork, { strict: false }), parts);
  if (ran.length === 0) return;
  const params = { file: path.join(settings.database.dataDir, DEMO_FILE) };
  tell(`${say(demoTexts, 'zh', 'demo.file_told', params)}\n${say(demoTexts, 'en', 'demo.file_told', params)}`);
}
