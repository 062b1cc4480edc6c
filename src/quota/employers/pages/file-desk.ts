import { Inject, Injectable } from '@nestjs/common';
import { PolicyBook, type RegionRegister } from '../../../policy/index.js';
import type { PageContext } from '../../../ui/index.js';
import { ReadEmployerFile } from '../app/read-employer-file.query.js';
import { kitOf, type Kit } from './views/kit.js';

/** What all pages about a file need. */
@Injectable()
export class FileDesk {
  constructor(
    readonly files: ReadEmployerFile,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  kit(context: PageContext): Kit {
    return kitOf(context, this.regions);
  }

  get regions(): RegionRegister {
    return this.policy.regions;
  }

  /** The year that is over. */
  lastYear(): string {
    return String(this.files.lastYear());
  }
}
