import { Injectable } from '@nestjs/common';
import { ExportForPlatform } from './export-platform.query.js';
import { ImportFromPlatform } from './import-platform.command.js';
import { UploadRoster } from './upload-roster.command.js';

/** Files for the national platform and from it. */
@Injectable()
export class PlatformFiles {
  constructor(
    readonly exporting: ExportForPlatform,
    readonly importing: ImportFromPlatform,
    readonly uploads: UploadRoster,
  ) {}
}
