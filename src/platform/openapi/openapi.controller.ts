import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../access/index.js';
import { OpenApiDocument } from './openapi-document.js';

@ApiTags('description')
@Controller('api')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get('openapi.json')
  @Public()
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ operationId: 'readDescription', summary: 'This description' })
  @ApiOkResponse({ description: 'OpenAPI 3', schema: { type: 'object' } })
  read(@Res() res: Response): void {
    res.type('application/json').send(JSON.stringify(this.document.get()));
  }
}
