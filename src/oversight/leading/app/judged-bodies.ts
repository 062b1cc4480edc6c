import type { LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { Injectable } from '@nestjs/common';
import { judgeBody, type Judgement } from '../domain/lead.js';
import type { KnownBody } from '../infra/leading.repository.js';
import { LeadingLaws, type ShownLaw } from './leading-law.js';

/** From where the number placed is known: a determination, the employer's own word, or that it let the time to file pass. */
export type PlacedSource = 'determined' | 'declared_nobody' | 'not_filed' | null;

export type JudgedBody = Omit<KnownBody, 'determined' | 'saysNobody' | 'hasFiling'> & { readonly placed: string | null; readonly source: PlacedSource } & Judgement;

/** Judges bodies of any region; the rules of each region are looked up once. */
@Injectable()
export class BodyJudge {
  constructor(private readonly laws: LeadingLaws) {}

  of(baseYear: number, today: LocalDate): (body: KnownBody) => JudgedBody {
    const known = new Map<RegionCode, { readonly law: ShownLaw; readonly isPast: boolean | null }>();
    return ({ determined, saysNobody, hasFiling, ...body }) => {
      let rules = known.get(body.regionCode);
      if (rules === undefined) {
        rules = { law: this.laws.of(body.regionCode, baseYear, today), isPast: this.laws.isPast(body.regionCode, baseYear, today) };
        known.set(body.regionCode, rules);
      }
      const source: PlacedSource = determined !== null ? 'determined' : saysNobody ? 'declared_nobody' : !hasFiling && rules.isPast === true ? 'not_filed' : null;
      const placed = source === 'determined' ? determined : source === null ? null : '0';
      return { ...body, placed, source, ...judgeBody({ ...body, placed }, rules.law) };
    };
  }
}
