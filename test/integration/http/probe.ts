import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { Request, Response } from 'express';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { Public, Requires } from '../../../src/platform/access/index.js';
import { clientAddress, LimitedAs, Produces, readMultipart, requestView, Upload } from '../../../src/platform/http/index.js';

export class InnerDto {
  @IsInt() @Min(1) @Max(12)
  month: number;
}

export class ThingDto {
  @IsString() @MaxLength(5)
  title: string;

  @IsOptional() @IsIn(['a', 'b'])
  kind?: string;

  @IsOptional() @Matches(/^\d{6}$/, { context: { code: 'levy.case.region_malformed' } })
  region?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(3) @ValidateNested({ each: true }) @Type(() => InnerDto)
  inner?: InnerDto[];
}

export class SearchDto {
  @IsOptional() @IsString() @MaxLength(5)
  q?: string;
}

/** Routes of every kind, to be refused in every way. */
@Controller()
export class ProbeController {
  @Get() @Public() @Produces('text/html')
  home(@Req() req: Request, @Res({ passthrough: true }) res: Response): string {
    const view = requestView(req, res);
    return `<html lang="${view.language}">${view.path}</html>`;
  }

  @Get('form') @Public()
  form(@Req() req: Request, @Res({ passthrough: true }) res: Response): string {
    return `<form><input type="hidden" name="_csrf" value="${requestView(req, res).csrfToken()}"></form>`;
  }

  @Post('form') @Public() @HttpCode(200)
  send(@Body() body: Record<string, string>): string {
    return `<p>${JSON.stringify(body)}</p>`;
  }

  @Post('upload') @Public() @Upload() @HttpCode(200)
  async upload(@Req() req: Request): Promise<string> {
    const { file, fields } = await readMultipart(req, { file: 'file', fileLimit: 1_000_000, fields: { note: { maxBytes: 10, required: false } } }, async ({ stream }) => {
      let size = 0;
      for await (const chunk of stream) size += (chunk as Buffer).length;
      return size;
    });
    return `${file.stored} ${fields.note ?? ''}`;
  }

  @Post('careless-upload') @Public() @Upload() @HttpCode(200)
  careless(): string {
    return 'done';
  }

  @Post('api/v1/things') @Public() @HttpCode(200)
  make(@Body() body: ThingDto): { made: ThingDto; type: string } {
    return { made: body, type: body.constructor.name };
  }

  @Post('api/v1/uploads') @Public() @Upload() @HttpCode(200)
  async apiUpload(@Req() req: Request): Promise<{ bytes: number }> {
    const { file } = await readMultipart(req, { file: 'file', fileLimit: 1_000_000, fields: {} }, async () => null);
    return { bytes: file.bytes };
  }

  @Post('api/v1/anything') @Public() @HttpCode(200)
  anything(@Body() body: unknown): { body: unknown } {
    return { body: body ?? null };
  }

  @Get('api/v1/things') @Public()
  search(@Query() query: SearchDto): SearchDto {
    return query;
  }

  @Get('api/v1/things/:id') @Public()
  one(@Param('id') id: string): { id: string } {
    return { id };
  }

  @Put('api/v1/closed') @Requires('posts.publish')
  closed(@Body() _body: ThingDto): string {
    return 'never';
  }

  @Post('api/v1/sign-in') @Public() @LimitedAs('signIn') @HttpCode(200)
  signIn(): { ok: true } {
    return { ok: true };
  }

  @Get('api/v1/address') @Public()
  address(@Req() req: Request): object {
    return { address: clientAddress(req), secure: req.secure, host: req.host };
  }

  @Get('api/v1/refusal') @Public()
  refusal(): never {
    throw new DomainError('input.invalid', {}, [{ pointer: '/x', code: 'input.too_large', params: { max: '9' } }]);
  }

  @Get('api/v1/bug') @Public()
  bug(): never {
    throw new Error('secret at SELECT * FROM person WHERE id = 11010519491231002X');
  }

  @Get('bug') @Public()
  pageBug(): never {
    throw new TypeError('secret');
  }

  @Get('api/v1/slow') @Public()
  async slow(): Promise<{ done: true }> {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { done: true };
  }
}
