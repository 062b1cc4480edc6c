import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller } from '../../../platform/access/index.js';
import type { PlatformFields } from '../domain/platform-fields.js';
import { reconcile, type PlatformDifference } from '../domain/reconcile.js';
import { PlatformSideRepository, type PlatformFile } from '../infra/platform-side.repository.js';
import { PLATFORM_FIELDS } from '../infra/platform-titles.js';
import { ShowFiling, type ShownFiling } from './show-filing.query.js';

const MOST_SHOWN = 200;
const MOST_FILES = 20;

/** A difference with who it is, in clear: whoever shows it masks it. */
export type ShownDifference = PlatformDifference & { readonly citizenId: CitizenIdText; /** Empty where our list does not have the person. */ readonly name: string };

export type PlatformView = {
  readonly filing: ShownFiling;
  readonly files: readonly PlatformFile[];
  /** Of the latest file. */
  readonly faults: readonly RowFault[];
  /** Latest of all files; null where none has told it. */
  readonly told: { readonly receiptNumber: string | null; readonly receivedOn: string | null; readonly determined: string | null };
  /** Null before a file of people was read. */
  readonly differences: { readonly all: number; readonly shown: readonly ShownDifference[] } | null;
  /** Persons on both sides as numbers, where both are known and not the same. */
  readonly numberDiffers: { readonly ours: string; readonly theirs: string } | null;
  readonly fields: Pick<PlatformFields, 'confirmed' | 'source'>;
};

/** Both sides of a filing and every difference of theirs. */
@Injectable()
export class ReadPlatform {
  constructor(
    private readonly dataSource: DataSource,
    private readonly showing: ShowFiling,
    private readonly side: PlatformSideRepository,
    private readonly people: RegistryPeople,
    @Inject(PLATFORM_FIELDS) private readonly fields: PlatformFields,
  ) {}

  /** @throws DomainError filing.declaration.not_found */
  async view(caller: Caller, id: string): Promise<PlatformView> {
    const filing = await this.showing.one(caller, id);
    const tx = this.dataSource.manager;
    const files = await this.side.files(tx, caller.scope, id, MOST_FILES);
    const theirs = await this.side.lines(tx, caller.scope, id);
    const latest = <K extends 'receiptNumber' | 'receivedOn' | 'determined'>(key: K): PlatformFile[K] | null => files.find((file) => file[key] !== null)?.[key] ?? null;
    const told = { receiptNumber: latest('receiptNumber'), receivedOn: latest('receivedOn'), determined: latest('determined') };
    const ours = filing.trial.kind === 'sum' ? filing.trial.result.arranged : null;
    return {
      filing, files, told, fields: this.fields,
      faults: files[0] !== undefined && files[0].rejected > 0 ? await this.side.rejections(tx, caller.scope, id, MOST_SHOWN) : [],
      differences: theirs.length === 0 ? null : await this.differences(caller, id, reconcile(await this.side.ours(tx, caller.scope, id), theirs)),
      numberDiffers: ours !== null && told.determined !== null && Number(ours) !== Number(told.determined) ? { ours, theirs: told.determined } : null,
    };
  }

  private async differences(caller: Caller, id: string, all: readonly PlatformDifference[]): Promise<NonNullable<PlatformView['differences']>> {
    const shown = all.slice(0, MOST_SHOWN);
    const ids = shown.map(({ registryPersonId }) => registryPersonId);
    const numbers = await this.people.numbers(this.dataSource.manager, ids);
    const names = await this.side.names(this.dataSource.manager, caller.scope, id, ids);
    return { all: all.length, shown: shown.map((difference) => ({ ...difference, citizenId: numbers.get(difference.registryPersonId) as CitizenIdText, name: names.get(difference.registryPersonId) ?? '' })) };
  }
}
