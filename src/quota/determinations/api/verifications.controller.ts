import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/access/index.js';
import { LimitedAs } from '../../../platform/http/index.js';
import { VerifyDetermination, type Verdict } from '../app/verify-determination.query.js';
import { CopyDto } from './determinations.dto.js';
import { verdictSchema } from './determinations.schema.js';

/** Whether a determination is genuine, for anybody. */
@ApiTags('determinations')
@Controller('api/v1/verifications')
export class VerificationsController {
  constructor(private readonly verifying: VerifyDetermination) {}

  /** @throws DomainError determinations.code.* */
  @Get(':code')
  @Public()
  @LimitedAs('verify')
  @ApiOperation({ operationId: 'verifyDeterminationCode', summary: 'What was issued under a verification code' })
  @ApiOkResponse({ description: 'genuine, superseded or unknown.', schema: verdictSchema })
  byCode(@Param('code') code: string): Promise<Verdict> {
    return this.verifying.byCode(code);
  }

  /** @throws DomainError determinations.copy.unreadable */
  @Post()
  @HttpCode(200)
  @Public()
  @LimitedAs('verify')
  @ApiOperation({ operationId: 'verifyDeterminationCopy', summary: 'Whether a data copy is what was issued' })
  @ApiOkResponse({ description: 'genuine, superseded, unknown or changed.', schema: verdictSchema })
  byCopy(@Body() { copy }: CopyDto): Promise<Verdict> {
    return this.verifying.byCopy(copy);
  }
}
