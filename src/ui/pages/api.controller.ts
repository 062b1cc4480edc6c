import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../../platform/access/index.js';
import { Produces } from '../../platform/http/index.js';
import { OpenApiDocument } from '../../platform/openapi/index.js';
import { Context, Page, SameForStrangers, type PageAnswer } from '../http/page.js';
import type { PageContext } from '../layout/page-context.js';
import { apiOperationsPage, apiPage, apiShapesPage, type ApiPage } from './api-page.js';

const PARTS: Readonly<Record<string, ApiPage>> = { shapes: apiShapesPage, operations: apiOperationsPage };

@Controller('api')
export class ApiPageController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Public()
  @Produces('text/html')
  @Page()
  @SameForStrangers()
  show(@Context() context: PageContext, @Query('part') part: string | undefined): PageAnswer {
    return (PARTS[part ?? ''] ?? apiPage)(context, this.document.get());
  }
}
