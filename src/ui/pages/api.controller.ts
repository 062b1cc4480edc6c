import { Controller, Get } from '@nestjs/common';
import { Public } from '../../platform/access/index.js';
import { Produces } from '../../platform/http/index.js';
import { OpenApiDocument } from '../../platform/openapi/index.js';
import { Context, Page, SameForStrangers, type PageAnswer } from '../http/page.js';
import type { PageContext } from '../layout/page-context.js';
import { apiPage } from './api-page.js';

@Controller('api')
export class ApiPageController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Public()
  @Produces('text/html')
  @Page()
  @SameForStrangers()
  show(@Context() context: PageContext): PageAnswer {
    return apiPage(context, this.document.get());
  }
}
