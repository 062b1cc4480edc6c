import 'reflect-metadata';
import { Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiBody, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { describe as describeClass } from '../dto/contract.js';
import { parseLevyCase } from '../dto/fast-case-parser.js';
import { LevyCaseDto } from '../dto/levy-case.dto.js';
import { describeContract } from './describe-contract.js';

type Schema = { readonly [key: string]: unknown; readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[] };

describeContract(LevyCaseDto);

@Controller('case')
class CaseController {
  @Post()
  @ApiBody({ type: LevyCaseDto })
  take(): void {}
}

@Module({ controllers: [CaseController] })
class CaseModule {}

async function schemas(): Promise<Readonly<Record<string, Schema>>> {
  const app = await NestFactory.create(CaseModule, { logger: false });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  await app.close();
  return document.components?.schemas as unknown as Record<string, Schema>;
}

describe('OpenAPI description of the levy case', () => {
  it('names every class of the contract, closed, with the keys that must be there', async () => {
    const made = await schemas();
    expect(Object.keys(made).sort()).toEqual(['LevyArrangedEntry', 'LevyCase', 'LevyDispatchEntry', 'LevyHeadcount', 'LevyOverrides', 'LevyScales', 'LevySeasonal']);
    for (const schema of Object.values(made)) expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(made['LevyCase']?.required).toEqual(['id', 'region', 'baseYear', 'employerKind', 'headcount']);
    expect(made['LevyDispatchEntry']?.required?.toSorted()).toEqual(['certificate', 'direction', 'grade', 'months']);
    expect(Object.keys(made['LevyCase']?.properties ?? {})).toEqual([...describeClass(LevyCaseDto).fields.keys()]);
  });

  it('says which keys exclude one another', async () => {
    const { LevyCase, LevyHeadcount } = await schemas();
    expect(LevyCase?.['allOf']).toEqual([
      { oneOf: [{ required: ['totalWages'] }, { required: ['averageWage'] }] }, { oneOf: [{ required: ['arranged'] }, { required: ['arrangedCount'] }] },
    ]);
    expect(LevyHeadcount?.['allOf']).toEqual([{ oneOf: [{ required: ['monthly'] }, { required: ['average'] }] }]);
  });

  it('gives every rule as the parser applies it', async () => {
    const { LevyCase, LevyHeadcount, LevyScales, LevyArrangedEntry } = await schemas();
    expect(LevyCase?.properties).toMatchObject({
      totalWages: { type: 'string', format: 'decimal', pattern: '^\\d+(\\.\\d{1,6})?$' },
      region: { type: 'string', pattern: '^[1-9]\\d{5}(?:\\d{3}(?:\\d{3})?)?$', example: '370303' },
      filingDate: { type: 'string', format: 'date' },
      employerKind: { enum: expect.arrayContaining(['enterprise', 'sole_trader']) },
      arranged: { type: 'array', items: { $ref: '#/components/schemas/LevyArrangedEntry' } },
    });
    expect(LevyHeadcount?.properties?.['monthly']).toMatchObject({ type: 'array', minItems: 12, maxItems: 12, items: { type: 'integer', minimum: 0, maximum: 10_000_000 } });
    expect(LevyScales?.properties?.['staff']).toMatchObject({ type: 'integer', minimum: 0, maximum: 6, nullable: true });
    expect(LevyArrangedEntry?.properties?.['months']).toMatchObject({ type: 'array', maxItems: 12, items: { type: 'string' } });
  });

  it('has examples that the parser takes', async () => {
    const { LevyCase, LevyHeadcount } = await schemas();
    const examples = (schema: Schema | undefined): Record<string, unknown> =>
      Object.fromEntries(Object.entries(schema?.properties ?? {}).flatMap(([name, property]) => ('example' in property ? [[name, property['example']]] : [])));
    const { averageWage, arrangedCount, ...first } = examples(LevyCase);
    const { monthly, average } = examples(LevyHeadcount);
    expect(parseLevyCase({ ...first, arranged: [], headcount: { monthly } })).toMatchObject({ ok: true });
    const { totalWages, ...second } = first;
    expect(totalWages).toBeDefined();
    expect(parseLevyCase({ ...second, averageWage, arrangedCount, headcount: { average } })).toMatchObject({ ok: true });
  });
});
