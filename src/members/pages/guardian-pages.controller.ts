import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type FormWords, type PageAnswer, type PageContext } from '../../ui/index.js';
import { GuardianshipDto } from '../api/members.dto.js';
import { AppointGuardian } from '../app/appoint-guardian.command.js';
import { MemberReach, ReadMembers } from '../app/read-members.query.js';
import { deskWords } from './desk-texts.js';
import { GuardianForm } from './forms.js';
import { guardianPage } from './views/guardian-page.js';

/** More guardians than anybody picks from; the others are appointed anew by their name. */
const MOST_GUARDIANS = '200';

/** Appointing a guardian for one jobseeker. It ends like any role, on the page of the guardian. */
@Controller('members/:accountId/guardian')
export class GuardianPagesController {
  constructor(
    private readonly members: ReadMembers,
    private readonly appointing: AppointGuardian,
    private readonly forms: FormFaults,
  ) {}

  /** @throws DomainError members.member.not_found */
  @Get()
  @Requires('guardianships.appoint')
  @Within(MemberReach)
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<PageAnswer> {
    return this.form(context, caller, accountId, {}, []);
  }

  @Post()
  @Requires('guardianships.appoint')
  @Within(MemberReach)
  @Page()
  appoint(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') wardAccountId: string, @Body() form: GuardianForm): Promise<PageAnswer> {
    return this.forms.attempt(context, wordsOf(context), async () => {
      const { guardianAccountId, guardianName, basis, validUntil } = await this.forms.read(GuardianshipDto, {
        wardAccountId, guardianAccountId: form.guardianAccountId, guardianName: form.guardianName, basis: form.basis, validUntil: dayTyped(form, 'until'),
      });
      if ((guardianAccountId === undefined) === (guardianName === undefined)) throw new DomainError('input.invalid', {}, [{ pointer: '/guardianAccountId', code: 'input.required' }]);
      const guardian = guardianAccountId === undefined ? { displayName: guardianName ?? '' } : { accountId: guardianAccountId };
      const made = await this.appointing.run(caller, { wardAccountId, guardian, basis, validUntil: validUntil === undefined ? null : localDate(validUntil) });
      return { redirectTo: `/members/${made.guardianAccountId}?done=appointed` };
    }, (faults) => this.form(context, caller, wardAccountId, form, faults));
  }

  private async form(context: PageContext, caller: Caller, accountId: string, typed: GuardianForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const ward = await this.members.find(caller, accountId);
    const { items } = await this.members.list(caller, { role: 'guardian' }, { limit: MOST_GUARDIANS });
    return guardianPage(context, { ward, known: items, typed, faults });
  }
}

function wordsOf(context: PageContext): FormWords {
  const t = deskWords(context);
  return { fieldOf: (code) => (code === 'members.membership.period' ? 'validUntil' : 'guardianAccountId'), asks: { guardianAccountId: t('askGuardian'), guardianName: t('askGuardianName'), basis: t('askBasis'), validUntil: t('askUntil') } };
}
