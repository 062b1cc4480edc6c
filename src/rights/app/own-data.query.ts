import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { PersonData, type PersonBundle } from '../../people/files/index.js';
import type { Person } from '../../people/registry/index.js';
import type { Caller } from '../../platform/access/index.js';
import { AccessLog, Audit, type Look } from '../../platform/audit/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import type { Consent } from '../domain/consent.js';
import { ConsentRepository } from '../infra/consent.repository.js';
import { RequestRepository, type RequestDetail } from '../infra/request.repository.js';
import { OwnPerson } from './own-person.js';

/** Everything about one person, for people and for programs (个人信息保护法 art. 45). */
export type DataCopy = PersonBundle & {
  readonly format: 'zhujiu.person.v1';
  readonly madeAt: string;
  readonly consents: readonly Consent[];
  readonly requests: readonly RequestDetail[];
  readonly looks: readonly Look[];
};

export type LookPage = { readonly items: readonly Look[]; readonly next: string | null };

const LOOKS = 50;
const ALL_LOOKS = 10_000;

/** The tables beside the file that hold something about a person. */
@Injectable()
export class RightsRecords {
  constructor(
    readonly consents: ConsentRepository,
    readonly requests: RequestRepository,
    readonly looks: AccessLog,
  ) {}
}

/** What a person sees of itself: all of it, and who looked. */
@Injectable()
export class OwnData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnPerson,
    private readonly people: PersonData,
    private readonly records: RightsRecords,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError rights.file.not_found */
  person(caller: Caller): Promise<Person> {
    return this.unitOfWork.run((tx) => this.own.demand(tx, caller));
  }

  /** A copy is logged as an act, and as a look where a guardian takes it. @throws DomainError rights.file.not_found */
  copy(caller: Caller): Promise<DataCopy> {
    return this.unitOfWork.run(async (tx) => {
      const { id } = await this.own.demand(tx, caller);
      await this.audit.act(tx, caller, { act: 'rights.copy.take', object: { kind: 'person', id } });
      if (caller.scope.kind === 'ward') await this.audit.read(tx, caller, { subject: { kind: 'person', id }, fields: ['all'], purpose: 'copy', reason: null });
      const { scope } = caller;
      return {
        format: 'zhujiu.person.v1',
        madeAt: this.clock.now().toISOString(),
        ...(await this.people.bundle(tx, scope, id)),
        consents: await this.records.consents.of(tx, scope, id),
        requests: await this.records.requests.of(tx, scope, id),
        looks: await this.records.looks.of(tx, { kind: 'person', id }, null, ALL_LOOKS),
      };
    });
  }

  /** Who looked, the latest first. @throws DomainError rights.file.not_found */
  looks(caller: Caller, before: string | null): Promise<LookPage> {
    return this.unitOfWork.run(async (tx: Tx) => {
      const { id } = await this.own.demand(tx, caller);
      const found = await this.records.looks.of(tx, { kind: 'person', id }, before, LOOKS + 1);
      const items = found.slice(0, LOOKS);
      return { items, next: found.length > LOOKS ? (items.at(-1)?.seq ?? null) : null };
    });
  }

  /** @throws DomainError rights.file.not_found */
  requests(caller: Caller): Promise<readonly RequestDetail[]> {
    return this.unitOfWork.run(async (tx) => this.records.requests.of(tx, caller.scope, (await this.own.demand(tx, caller)).id));
  }

  /** @throws DomainError rights.file.not_found */
  rankingOff(caller: Caller): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const { file } = await this.people.bundle(tx, caller.scope, (await this.own.demand(tx, caller)).id);
      return file?.rankingOff ?? false;
    });
  }

  /** The off switch (art. 24): at once, without asking anybody. @throws DomainError rights.file.not_found */
  setRanking(caller: Caller, off: boolean): Promise<void> {
    return this.unitOfWork.run(async (tx) => this.people.setRanking(tx, caller.scope, caller, (await this.own.demand(tx, caller)).id, off));
  }
}
