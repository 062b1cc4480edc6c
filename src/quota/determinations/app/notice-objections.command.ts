import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit, type SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { instantKey, limitOf, listPage, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import type { ObjectionOutcome, ObjectionParty } from '../domain/notice-objection.js';
import { noticeState } from '../domain/notice.js';
import { NoticeObjectionRepository, type NoticeObjection } from '../infra/notice-objection.repository.js';
import { publicRegister } from '../infra/public-register.js';
import { EVERYWHERE } from './issue-determination.command.js';

export type ObjectionWish = { readonly place: number | null; readonly party: ObjectionParty; readonly words: string; readonly contact: string | null };

/** Somebody whom nobody has asked who they are. */
const ANYBODY: SystemActor = { system: 'public.notices' };

/** 公示异议: anybody may object while the window is open; the federation that published answers. */
@Injectable()
export class NoticeObjections {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: NoticeObjectionRepository,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns its number. @throws DomainError determinations.notice.not_found, determinations.objection.window_closed, determinations.objection.line_unknown */
  make(noticeId: string, wish: ObjectionWish): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const notice = isUuid(noticeId) ? await publicRegister.notice(tx, noticeId) : null;
      if (notice === null) throw new DomainError('determinations.notice.not_found');
      if (noticeState(notice, this.clock.today()) !== 'open') throw new DomainError('determinations.objection.window_closed');
      const id = randomUUID();
      if (!(await this.rows.add(tx, EVERYWHERE, { id, noticeId, ...wish, madeAt: this.clock.now() }))) throw new DomainError('determinations.objection.line_unknown');
      await this.audit.act(tx, ANYBODY, { act: 'determinations.objection.make', object: { kind: 'notice', id: noticeId }, detail: { objection: id, place: wish.place, party: wish.party } });
      return id;
    });
  }

  /** For whoever publishes; to read one is noted, since people say who they are. */
  list(caller: Caller, noticeId: string, query: PageQueryDto): Promise<ListPage<NoticeObjection>> {
    const limit = limitOf(query);
    return this.unitOfWork.run(async (tx) => {
      const found = isUuid(noticeId) ? await this.rows.list(tx, caller.scope, noticeId, instantKey(query), limit + 1) : [];
      if (found.length > 0) await this.audit.read(tx, caller, { subject: { kind: 'notice', id: noticeId }, fields: ['objections'], purpose: 'answer_objection', reason: null });
      return listPage(found, limit, ({ madeAt, id }) => [madeAt.toISOString(), id]);
    });
  }

  /** @throws DomainError determinations.objection.not_found */
  answer(caller: Caller, noticeId: string, id: string, outcome: ObjectionOutcome, answer: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const isAnswered = isUuid(noticeId) && isUuid(id) && await this.rows.answer(tx, caller.scope, noticeId, id, { outcome, answer, by: caller.accountId, at: this.clock.now() });
      if (!isAnswered) throw new DomainError('determinations.objection.not_found');
      await this.audit.act(tx, caller, { act: 'determinations.objection.answer', object: { kind: 'notice', id: noticeId }, detail: { objection: id, outcome } });
    });
  }
}
