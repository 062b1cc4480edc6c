import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Public } from '../../../platform/access/index.js';
import { LimitedAs, readMultipart, Upload } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { CODE_FAULTS, COPY_BYTES, VerifyDetermination } from '../app/verify-determination.query.js';
import { readVerificationCode } from '../domain/verification-code.js';
import { verifyWords } from './form-words.js';
import { CodeForm, CopyForm } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { verdictPage, verifyPage } from './views/verify-pages.js';

/** 核验: whether a determination is genuine, for anybody who holds one. */
@Controller('verify')
export class VerifyPagesController {
  constructor(
    private readonly verifying: VerifyDetermination,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Public()
  @Page()
  ask(@Context() context: PageContext, @Query('code') code: unknown): PageAnswer {
    return verifyPage(this.kit(context), { code: typeof code === 'string' ? code.slice(0, 40) : '', pasted: '', faults: [] });
  }

  @Post()
  @Public()
  @LimitedAs('verify')
  @Page()
  code(@Context() context: PageContext, @Body() { code = '' }: CodeForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.attempt(kit, { code, pasted: '' }, async () => {
      if (code.trim() === '') throw new DomainError('input.invalid', {}, [{ pointer: '/code', code: 'input.required' }]);
      const read = readVerificationCode(code);
      if (!read.ok) throw new DomainError(CODE_FAULTS[read.error]);
      return { redirectTo: `/verify/${read.value}` };
    });
  }

  /** The address that stands on the determination. A code that is none is told like a wrong entry. */
  @Get(':code')
  @Public()
  @LimitedAs('verify')
  @Page()
  show(@Context() context: PageContext, @Param('code') code: string): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.attempt(kit, { code: code.slice(0, 40), pasted: '' }, async () => verdictPage(kit, await this.verifying.byCode(code)));
  }

  @Post('text')
  @Public()
  @LimitedAs('verify')
  @Page()
  text(@Context() context: PageContext, @Body() { copy = '' }: CopyForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.attempt(kit, { code: '', pasted: copy }, async () => {
      if (copy.trim() === '') throw new DomainError('input.invalid', {}, [{ pointer: '/copy', code: 'input.required' }]);
      return verdictPage(kit, await this.verifying.byCopy(copy));
    });
  }

  @Post('file')
  @Public()
  @Upload()
  @Page()
  async file(@Context() context: PageContext, @Req() req: Request): Promise<PageAnswer> {
    const kit = this.kit(context);
    const refused = (text: string): PageAnswer => verifyPage(kit, { code: '', pasted: '', faults: [{ field: 'file', text }] });
    try {
      const { file } = await readMultipart(req, { file: 'file', fileLimit: COPY_BYTES, fields: { check: { maxBytes: 16, required: false } } }, async (incoming) => {
        const pieces: Buffer[] = [];
        for await (const piece of incoming.stream) pieces.push(piece as Buffer);
        return Buffer.concat(pieces);
      });
      return verdictPage(kit, await this.verifying.byCopy(file.stored.toString('utf8')));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'upload.file_missing' || error.code === 'upload.file_empty' || error.code === 'determinations.copy.unreadable') return refused(kit.t('askFile'));
      if (error.code === 'upload.file_too_large') return refused(kit.t('fileTooLarge'));
      throw error;
    }
  }

  private attempt(kit: Kit, typed: { readonly code: string; readonly pasted: string }, work: () => Promise<PageAnswer>): Promise<PageAnswer> {
    return this.forms.attempt(kit.context, verifyWords(kit), work, (faults: readonly FormFault[]) => verifyPage(kit, { ...typed, faults }));
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
