import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access/index.js';
import type { EmployerStatus } from '../../employers/index.js';
import { OpenDeclaration } from './open-declaration.command.js';
import { Prefill } from './prefill.command.js';

/** Opens a filing and begins it with what is known. A process that dies between the two leaves an empty filing, which the clerk can prefill. */
@Injectable()
export class StartFiling {
  constructor(
    private readonly opening: OpenDeclaration,
    private readonly prefill: Prefill,
  ) {}

  /** As OpenDeclaration.registration. */
  registration(caller: Caller): Promise<EmployerStatus | null> {
    return this.opening.registration(caller);
  }

  /** @returns id @throws DomainError as OpenDeclaration.run */
  async run(caller: Caller, baseYear: number): Promise<string> {
    const id = await this.opening.run(caller, baseYear);
    await this.prefill.run(caller, id, null);
    return id;
  }
}
