import { Injectable } from '@nestjs/common';
import { LineRepository } from '../infra/line.repository.js';
import { VersionRepository } from '../infra/version.repository.js';

/** What a declaration says: its versions and their lines. */
@Injectable()
export class FilingRows {
  constructor(
    readonly versions: VersionRepository,
    readonly lines: LineRepository,
  ) {}
}
