import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../../access/index.js';
import { ERROR_TEXTS, type ErrorTexts } from './error-texts.js';
import { statusOf } from './status.js';

export class ProblemCodeDto {
  @ApiProperty({ description: 'Stable code.', example: 'http.not_found' })
  code: string;

  @ApiProperty({ description: 'HTTP status of an answer with this code.', example: 404 })
  status: number;

  @ApiProperty({ description: 'The sentence in Chinese; `{name}` stands for a value of `params`. Null where the words depend on the values.', type: String, nullable: true })
  zh: string | null;

  @ApiProperty({ description: 'The sentence in English, likewise.', type: String, nullable: true })
  en: string | null;
}

@ApiTags('problems')
@Controller('api/problems')
export class ProblemsController {
  constructor(@Inject(ERROR_TEXTS) private readonly texts: ErrorTexts) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listProblemCodes', summary: 'Every code with which a request may be refused, with its sentences' })
  @ApiOkResponse({ type: [ProblemCodeDto] })
  list(): ProblemCodeDto[] {
    const own = (texts: ErrorTexts['zh'], code: string): string | null => {
      const text = texts[code];
      return typeof text === 'string' ? text : null;
    };
    return Object.keys(this.texts.zh).sort().map((code) => ({ code, status: statusOf(code), zh: own(this.texts.zh, code), en: own(this.texts.en, code) }));
  }
}
