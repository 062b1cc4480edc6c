import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { readDraft, writeDraft } from './draft/draft-cookie.js';
import { inOrder, unchecked, type DraftPerson, type LevyDraft } from './draft/draft.js';
import { kept, pathAfter } from './draft/tasks.js';
import { faultAt, type FormFault } from './forms/faults.js';
import { textOf, typedOf, type Typed } from './forms/typed.js';
import { PageLaw } from './page-law.js';
import { DRAFT_FULL } from './questions.controller.js';
import { personPage, readPerson, typedFromPerson } from './steps/person-form.js';
import type { Law } from './steps/step.js';
import { peoplePage } from './views/people-page.js';

const LIST = '/levy/people';

/** Disabled employees entered by hand: a list, and a page for each. They are numbered from 1. */
@Controller('levy/people')
export class LevyPeopleController {
  constructor(private readonly law: PageLaw) {}

  @Get()
  @Public()
  @Page()
  list(@Context() context: PageContext, @Query('to') to: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft } = this.asked(req, res);
    return peoplePage({ context, typed: {}, faults: [], toCheck: to === 'check' }, draft, law);
  }

  @Post()
  @Public()
  @Page()
  done(@Context() context: PageContext, @Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft } = this.asked(req, res);
    const toCheck = textOf(typedOf(body), 'to') === 'check';
    if ((draft.people?.length ?? 0) === 0) return peoplePage({ context, typed: {}, faults: [NOBODY], toCheck }, draft, law);
    return { redirectTo: toCheck ? '/levy/check' : pathAfter('disabled') };
  }

  // Declared before the fixed address beside it: Nest sorts that in front.
  @Get(':number')
  @Public()
  @Page()
  change(@Context() context: PageContext, @Param('number') text: string, @Query('to') to: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft } = this.asked(req, res);
    const person = draft.people?.[Number(text) - 1];
    if (person === undefined) return { redirectTo: LIST };
    return personPage({ context, typed: typedFromPerson(person), faults: [], toCheck: to === 'check' }, draft, law, at(Number(text)));
  }

  @Get('new')
  @Public()
  @Page()
  add(@Context() context: PageContext, @Query('to') to: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft } = this.asked(req, res);
    return personPage({ context, typed: {}, faults: [], toCheck: to === 'check' }, draft, law, atNew(draft));
  }

  @Post(':number')
  @Public()
  @Page()
  saveChange(@Context() context: PageContext, @Param('number') text: string, @Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft } = this.asked(req, res);
    const index = Number(text) - 1;
    if (draft.people?.[index] === undefined) return { redirectTo: LIST };
    const put = (person: DraftPerson): LevyDraft => ({ ...draft, people: inOrder((draft.people ?? []).map((one, place) => (place === index ? person : one))) });
    return this.save({ context, draft, law, typed: typedOf(body), page: at(index + 1), put, req, res });
  }

  @Post('new')
  @Public()
  @Page()
  saveNew(@Context() context: PageContext, @Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { law, draft } = this.asked(req, res);
    const put = (person: DraftPerson): LevyDraft => ({ ...draft, disabled: 'people', people: inOrder([...(draft.people ?? []), person]) });
    return this.save({ context, draft, law, typed: typedOf(body), page: atNew(draft), put, req, res });
  }

  @Post(':number/remove')
  @Public()
  @Page()
  remove(@Param('number') text: string, @Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const { draft } = this.asked(req, res);
    writeDraft(req, res, unchecked({ ...draft, people: (draft.people ?? []).filter((_, index) => index + 1 !== Number(text)) }));
    return { redirectTo: kept(LIST, textOf(typedOf(body), 'to') === 'check') };
  }

  private save({ context, draft, law, typed, page, put, req, res }: Saving): PageAnswer {
    const toCheck = textOf(typed, 'to') === 'check';
    const again = (faults: readonly FormFault[]): PageAnswer => personPage({ context, typed, faults, toCheck }, draft, law, page);
    const answer = readPerson(typed, draft, law);
    if ('faults' in answer) return again(answer.faults);
    return writeDraft(req, res, unchecked(put(answer.person))) ? { redirectTo: kept(LIST, toCheck) } : again([DRAFT_FULL]);
  }

  private asked(req: Request, res: Response): { readonly law: Law; readonly draft: LevyDraft } {
    const law = this.law.get();
    return { law, draft: readDraft(req, res, law.simulator.today) };
  }
}

type PersonAt = { readonly path: string; readonly number: number };
type Saving = {
  readonly context: PageContext; readonly draft: LevyDraft; readonly law: Law; readonly typed: Typed; readonly page: PersonAt;
  readonly put: (person: DraftPerson) => LevyDraft; readonly req: Request; readonly res: Response;
};

const at = (number: number): PersonAt => ({ path: `${LIST}/${number}`, number });
const atNew = (draft: LevyDraft): PersonAt => ({ path: `${LIST}/new`, number: (draft.people?.length ?? 0) + 1 });
const NOBODY = faultAt({ field: 'add', label: 'disabled' }, 'levy.page.nobody_entered');
