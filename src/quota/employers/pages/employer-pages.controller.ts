import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { chinaDay } from '../../../kernel/clock.js';
import { Public, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { LimitedAs } from '../../../platform/http/index.js';
import { placeTyped } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { EmployersQueryDto, RefusalDto, RegistrationDto, VerificationDto } from '../api/employers.dto.js';
import { DecideEmployer } from '../app/decide-employer.command.js';
import { EmployerReach, ReadEmployers } from '../app/read-employers.query.js';
import { RegisterEmployer } from '../app/register-employer.command.js';
import { SettleDuplicate } from '../app/settle-duplicate.command.js';
import { FileDesk } from './file-desk.js';
import { VerificationDecisionDto, DecisionForm, OtherForm, RegistrationForm } from './forms.js';
import { employerPage, employersPage } from './views/employer-pages.js';
import { decisionWords, otherWords, registrationWords } from './form-words.js';
import type { Kit } from './views/kit.js';
import { registeredPage, registerPage } from './views/register-page.js';

type Typed = { readonly done: boolean; readonly saved: boolean; readonly typed: DecisionForm; readonly faults: readonly FormFault[]; readonly other: string; readonly otherFaults: readonly FormFault[] };

const NOTHING_TYPED: Typed = { done: false, saved: false, typed: {}, faults: [], other: '', otherFaults: [] };

/** Registering an employer and verifying it. */
@Controller()
export class EmployerPagesController {
  constructor(
    private readonly employers: ReadEmployers,
    private readonly registering: RegisterEmployer,
    private readonly deciding: DecideEmployer,
    private readonly forms: FormFaults,
    private readonly settling: SettleDuplicate,
    private readonly desk: FileDesk,
  ) {}

  @Get('register-employer')
  @Public()
  @Page()
  ask(@Context() context: PageContext): PageAnswer {
    return registerPage(this.kit(context), {}, []);
  }

  /** Answers with the code itself and no redirection: it is shown this once. */
  @Post('register-employer')
  @Public()
  @LimitedAs('signIn')
  @Page()
  register(@Context() context: PageContext, @Body() form: RegistrationForm): Promise<PageAnswer> {
    return this.forms.attempt(context, registrationWords(this.kit(context)), async () => {
      const place = placeTyped(form.regionCode ?? '', this.desk.regions);
      const input = await this.forms.read(RegistrationDto, { ...form, regionCode: place.code });
      if (place.fault !== null) throw place.fault;
      const { invitation } = await this.registering.run(input);
      return registeredPage(this.kit(context), invitation.code, chinaDay(invitation.expiresAt));
    }, (faults) => registerPage(this.kit(context), form, faults));
  }

  @Get('employers')
  @Requires('employers.read')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: EmployersQueryDto): Promise<PageAnswer> {
    const status = query.status ?? null;
    const { permissions } = caller;
    return employersPage(this.kit(context), {
      page: await this.employers.list(caller, status, query.q ?? null, query), status, typed: query.q ?? '', mayImport: permissions.has('employers.import'), mayMerge: permissions.has('employers.merge'),
    });
  }

  /** @throws DomainError employers.employer.not_found */
  @Get('employers/:id')
  @Requires('employers.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: unknown, @Query('saved') saved: unknown): Promise<PageAnswer> {
    return this.one(context, caller, id, { ...NOTHING_TYPED, done: done === 'yes', saved: saved === 'yes' });
  }

  /** A decision stands for good, so that it is chosen first and sent after. */
  @Post('employers/:id/decide')
  @Requires('employers.decide')
  @Within(EmployerReach)
  @Page()
  decide(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: DecisionForm): Promise<PageAnswer> {
    return this.forms.attempt(context, decisionWords(this.kit(context)), async () => {
      const { decision } = await this.forms.read(VerificationDecisionDto, { decision: form.decision });
      const version = Number(form.version);
      if (decision === 'verify') await this.deciding.verify(caller, id, (await this.forms.read(VerificationDto, { version })).version);
      else {
        const { reason, note } = await this.forms.read(RefusalDto, { version, reason: form.reason, note: form.note });
        await this.deciding.refuse(caller, id, version, { reason, note: note ?? null });
      }
      return { redirectTo: `/employers/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, { ...NOTHING_TYPED, typed: form, faults }));
  }

  /** Says that another employer may be the same; the pair is settled on its own page. */
  @Post('employers/:id/duplicates')
  @Requires('employers.merge')
  @Within(EmployerReach)
  @Page()
  propose(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() { uscc = '' }: OtherForm): Promise<PageAnswer> {
    return this.forms.attempt(context, otherWords(), async () => ({ redirectTo: `/employer-duplicates/${await this.settling.propose(caller, id, uscc)}` }),
      (otherFaults) => this.one(context, caller, id, { ...NOTHING_TYPED, other: uscc, otherFaults }));
  }

  private async one(context: PageContext, caller: Caller, id: string, state: Typed): Promise<PageAnswer> {
    const file = await this.desk.files.file(caller, id);
    const { permissions } = caller;
    const rights = { mayCorrect: permissions.has('employers.correct'), mayKeep: permissions.has('employers.keep'), mayMerge: permissions.has('employers.merge') };
    return employerPage(this.kit(context), file, { ...state, rights, mayDecide: permissions.has('employers.decide'), mayInvite: caller.role === 'employer_clerk' && file.status === 'verified' });
  }

  private kit(context: PageContext): Kit {
    return this.desk.kit(context);
  }
}
