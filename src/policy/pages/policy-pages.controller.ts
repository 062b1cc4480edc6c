import { Controller, Get, Header, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { Produces } from '../../platform/http/index.js';
import { languageOf } from '../../platform/i18n/index.js';
import { Context, Page, SameForStrangers, type PageAnswer, type PageContext } from '../../ui/index.js';
import { unknownReport } from '../app/report-unknowns.query.js';
import { PolicyBook } from '../policy-book.js';
import { isParameterKey } from '../reading/value-schemas.js';
import { readPlaceAndDay, type PlaceAndDay } from './place-and-day.js';
import { PolicyCsv } from './policy-csv.js';
import { listPage } from './views/list-page.js';
import { parameterNotFound } from './views/not-found-page.js';
import { parameterPage } from './views/parameter-page.js';
import { kitOf, type Kit } from './views/parts.js';
import { unknownPage } from './views/unknown-page.js';

type Asked = Readonly<Record<string, unknown>>;

/** The law for readers: everything is answered from the book in memory. */
@Controller('policy')
export class PolicyPagesController {
  constructor(
    @Inject(PolicyBook) private readonly book: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Page()
  @SameForStrangers()
  list(@Context() context: PageContext, @Query() query: Asked): PageAnswer {
    return listPage(this.kit(context), this.book, this.place(query));
  }

  // Declared before the fixed addresses beside it: Nest sorts those in front, and refuses to boot where it did not have to.
  @Get(':parameter')
  @Public()
  @Page()
  @SameForStrangers()
  parameter(@Context() context: PageContext, @Param('parameter') parameter: string, @Query() query: Asked): PageAnswer {
    if (!isParameterKey(parameter)) return parameterNotFound(this.kit(context), parameter);
    return parameterPage(this.kit(context), this.book, parameter, this.place(query));
  }

  @Get('unknown')
  @Public()
  @Page()
  @SameForStrangers()
  unknown(@Context() context: PageContext): PageAnswer {
    return unknownPage(this.kit(context), unknownReport(this.book, this.clock.today()));
  }

  @Get('values.csv')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="zhujiu-policy.csv"')
  valuesCsv(@Req() request: Request, @Query() query: Asked): string {
    const { region, date, faults } = this.place(query);
    const [fault] = faults;
    if (fault) throw fault.field === 'day' ? new DomainError('policy.date.malformed', { date: String(query['date'] ?? '') }) : new DomainError('policy.region.unknown', { region: String(query['region'] ?? '') });
    return this.csv(request).values(region, date);
  }

  @Get('unknown.csv')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="zhujiu-policy-unknown.csv"')
  unknownCsv(@Req() request: Request): string {
    return this.csv(request).unknown(this.clock.today());
  }

  @Get(':parameter/history.csv')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="zhujiu-policy-history.csv"')
  historyCsv(@Req() request: Request, @Param('parameter') parameter: string): string {
    if (!isParameterKey(parameter)) throw new DomainError('http.not_found');
    return this.csv(request).history(parameter);
  }

  private csv(request: Request): PolicyCsv {
    return new PolicyCsv(this.book, languageOf(request));
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.book.regions, this.clock.today());
  }

  private place(query: Asked): PlaceAndDay {
    return readPlaceAndDay(query, this.book.regions, this.clock.today());
  }
}
