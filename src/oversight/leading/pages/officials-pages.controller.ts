import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { OfficialsDto } from '../api/leading.dto.js';
import { KeepLeading } from '../app/keep-leading.command.js';
import { ReadLeading } from '../app/read-leading.query.js';
import { officialsWords } from './form-words.js';
import { codeTyped, OfficialsForm, wholeTyped } from './forms.js';
import { officialsPage } from './views/body-pages.js';
import { kitOf } from './views/kit.js';

/** Officials of federations: two numbers for a region and year. */
@Controller('leading/officials')
export class OfficialsPagesController {
  constructor(
    private readonly leading: ReadLeading,
    private readonly keeping: KeepLeading,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('leading.keep')
  @Page()
  async ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() { region, year }: OfficialsForm): Promise<PageAnswer> {
    const known = await this.leading.officials(caller, placeCodeTyped(region, this.policy.regions) ?? '', Number(codeTyped(year)));
    return officialsPage(kitOf(context, this.policy.regions), known, { typed: { regionCode: region ?? '', year: year ?? '' }, faults: [] });
  }

  @Post()
  @Requires('leading.keep')
  @Page()
  enter(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: OfficialsForm): Promise<PageAnswer> {
    const kit = kitOf(context, this.policy.regions);
    return this.forms.attempt(context, officialsWords(kit), async () => {
      const read = await this.forms.read(OfficialsDto, {
        regionCode: placeCodeTyped(form.regionCode, this.policy.regions), year: wholeTyped(form.year), officials: wholeTyped(form.officials), disabled: wholeTyped(form.disabled), version: wholeTyped(form.version),
      });
      await this.keeping.officials(caller, { regionCode: regionCode(read.regionCode), year: read.year, officials: read.officials, disabled: read.disabled, seen: read.version ?? null });
      return { redirectTo: `/leading?${new URLSearchParams({ region: read.regionCode, year: String(read.year), done: 'yes' }).toString()}` };
    }, (faults) => officialsPage(kit, null, { typed: form, faults }));
  }
}
