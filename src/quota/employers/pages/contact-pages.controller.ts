import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { localDate } from '../../../kernel/local-date.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { placeCodeTyped } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { BranchDto, ClosingDto, ContactDto } from '../api/employer-file.dto.js';
import { KeepBranches } from '../app/keep-branches.command.js';
import { KeepContacts } from '../app/keep-contacts.command.js';
import { EmployerReach } from '../app/read-employers.query.js';
import { contactRoles, type ContactRole } from '../domain/contact-roles.js';
import { FileDesk } from './file-desk.js';
import { branchWords, closingWords, contactWords } from './form-words.js';
import { BranchForm, ClosingForm, ContactForm, SavedQuery } from './forms.js';
import { branchesPage, contactsPage, type BranchesState } from './views/file-forms.js';

const NO_CLOSING: BranchesState['closing'] = { branchId: null, faults: [] };

/** Contacts and branches of an employer. */
@Controller('employers/:id')
export class ContactPagesController {
  constructor(
    private readonly desk: FileDesk,
    private readonly contacts: KeepContacts,
    private readonly branches: KeepBranches,
    private readonly forms: FormFaults,
  ) {}

  /** @throws DomainError employers.employer.not_found */
  @Get('contacts')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @Page()
  askContact(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { saved }: SavedQuery): Promise<PageAnswer> {
    return this.contactList(context, caller, id, { typed: {}, faults: [], saved: saved === 'yes' });
  }

  @Post('contacts')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @Page()
  putContact(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: ContactForm): Promise<PageAnswer> {
    return this.forms.attempt(context, contactWords(this.desk.kit(context)), async () => {
      const role = roleOf(form.role);
      const { name, phone } = await this.forms.read(ContactDto, { name: form.name, phone: form.phone });
      await this.contacts.put(caller, id, { role, name: name ?? null, phone: phone ?? null });
      return { redirectTo: `/employers/${id}/contacts?saved=yes` };
    }, (faults) => this.contactList(context, caller, id, { typed: form, faults, saved: false }));
  }

  @Post('contacts/remove')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @Page()
  removeContact(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: ContactForm): Promise<PageAnswer> {
    return this.forms.attempt(context, contactWords(this.desk.kit(context)), async () => {
      await this.contacts.remove(caller, id, roleOf(form.role));
      return { redirectTo: `/employers/${id}/contacts?saved=yes` };
    }, (faults) => this.contactList(context, caller, id, { typed: {}, faults, saved: false }));
  }

  /** @throws DomainError employers.employer.not_found */
  @Get('branches')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @Page()
  askBranch(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { saved }: SavedQuery): Promise<PageAnswer> {
    return this.branchList(context, caller, id, { typed: {}, faults: [], saved: saved === 'yes', closing: NO_CLOSING });
  }

  @Post('branches')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @Page()
  addBranch(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: BranchForm): Promise<PageAnswer> {
    return this.forms.attempt(context, branchWords(this.desk.kit(context)), async () => {
      const { name, uscc, regionCode, openedOn } = await this.forms.read(BranchDto, { name: form.name, uscc: form.uscc, regionCode: placeCodeTyped(form.regionCode, this.desk.regions) ?? '', openedOn: dayTyped(form, 'openedOn') });
      await this.branches.add(caller, id, { name, uscc: uscc ?? null, regionCode, openedOn: openedOn === undefined ? null : localDate(openedOn) });
      return { redirectTo: `/employers/${id}/branches?saved=yes` };
    }, (faults) => this.branchList(context, caller, id, { typed: form, faults, saved: false, closing: NO_CLOSING }));
  }

  @Post('branches/:branchId/close')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @Page()
  closeBranch(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('branchId') branchId: string, @Body() form: ClosingForm): Promise<PageAnswer> {
    return this.forms.attempt(context, closingWords(this.desk.kit(context)), async () => {
      const { closedOn } = await this.forms.read(ClosingDto, { closedOn: dayTyped(form, 'closedOn') });
      await this.branches.close(caller, id, branchId, localDate(closedOn));
      return { redirectTo: `/employers/${id}/branches?saved=yes` };
    }, (faults) => this.branchList(context, caller, id, { typed: {}, faults: [], saved: false, closing: { ...form, branchId, faults } }));
  }

  private async contactList(context: PageContext, caller: Caller, id: string, state: { readonly typed: ContactForm; readonly faults: readonly FormFault[]; readonly saved: boolean }): Promise<PageAnswer> {
    return contactsPage(this.desk.kit(context), { ...state, file: await this.desk.files.file(caller, id) });
  }

  private async branchList(context: PageContext, caller: Caller, id: string, state: Omit<BranchesState, 'file'>): Promise<PageAnswer> {
    return branchesPage(this.desk.kit(context), { ...state, file: await this.desk.files.file(caller, id) });
  }
}

function roleOf(text: string | undefined): ContactRole {
  const role = contactRoles.find((one) => one === text);
  if (role === undefined) throw new DomainError('input.invalid', {}, [{ pointer: '/role', code: 'input.required' }]);
  return role;
}
