import { Module } from '@nestjs/common';
import { EmployersModule } from '../quota/employers/index.js';
import { CloseSpell } from './app/close-spell.command.js';
import { RecordReviewed } from './app/record-reviewed.command.js';
import { OpenSpell } from './app/open-spell.command.js';
import { CountedMonths } from './infra/counted-months.js';
import { SpellRepository } from './infra/spell.repository.js';

/** Employment spells and counted person-months. It has no addresses of its own: rooms with a reason open, close and count. */
@Module({ imports: [EmployersModule], providers: [SpellRepository, CountedMonths, OpenSpell, CloseSpell, RecordReviewed], exports: [SpellRepository, CountedMonths, OpenSpell, CloseSpell, RecordReviewed] })
export class EmploymentModule {}
