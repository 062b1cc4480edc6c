import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { Seal, type SealSignature } from '../../../platform/crypto/index.js';
import { readVerificationCode, type CodeFault } from '../domain/verification-code.js';
import { publicRegister, type RegisteredDetermination } from '../infra/public-register.js';
import { CONTENT_FORMAT, contentBytes, contentDigest } from './content.js';

/**
 * `genuine`: it was issued and stands. `superseded`: it was issued, and a later one stands. `unknown`: nothing of this code was
 * issued here. `changed`: a copy that is not what was issued.
 */
export type Verdict =
  | { readonly verdict: 'genuine' | 'superseded'; readonly determination: RegisteredDetermination }
  | { readonly verdict: 'unknown' }
  | { readonly verdict: 'changed'; readonly determination: RegisteredDetermination | null };

/** Larger than any determination that was ever written. */
export const COPY_BYTES = 524_288;

/** What is wrong with a code that is none. */
export const CODE_FAULTS = { length: 'determinations.code.length', sign: 'determinations.code.sign', check: 'determinations.code.check' } as const satisfies Readonly<Record<CodeFault, string>>;

type UnreadCopy = { readonly content: Readonly<Record<string, unknown>>; readonly seal: SealSignature };

const unreadable = (): DomainError => new DomainError('determinations.copy.unreadable');
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a determination is genuine, for anybody who holds its code or its data copy. */
@Injectable()
export class VerifyDetermination {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: Seal,
  ) {}

  /** @throws DomainError determinations.code.length, .sign, .check */
  async byCode(typed: string): Promise<Verdict> {
    const code = readVerificationCode(typed);
    if (!code.ok) throw new DomainError(CODE_FAULTS[code.error]);
    return this.registered(code.value);
  }

  /**
   * Of the JSON copy: the seal must fit its content, and the content must be the one in the register.
   * @param text the file, whole; what stands in it beside content and seal does not matter
   * @throws DomainError determinations.copy.unreadable
   */
  async byCopy(text: string): Promise<Verdict> {
    const { content, seal } = parsed(text);
    const code = readVerificationCode(String(content['code']));
    const found = code.ok ? await this.registered(code.value) : { verdict: 'unknown' as const };
    const bytes = contentBytes(content);
    const isSealed = this.seal.verify(bytes, seal);
    if (found.verdict !== 'genuine' && found.verdict !== 'superseded') return isSealed ? found : { verdict: 'changed', determination: null };
    return isSealed && found.determination.digest === contentDigest(bytes) ? found : { verdict: 'changed', determination: found.determination };
  }

  private async registered(code: string): Promise<Verdict> {
    const determination = await publicRegister.byCode(this.dataSource.manager, code);
    if (determination === null) return { verdict: 'unknown' };
    return { verdict: determination.supersededBy === null ? 'genuine' : 'superseded', determination };
  }
}

function parsed(text: string): UnreadCopy {
  let copy: unknown;
  try {
    // A file that some editor has put its mark in front of is still the file.
    copy = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw unreadable();
  }
  if (!isObject(copy) || !isObject(copy['content']) || copy['content']['format'] !== CONTENT_FORMAT || !isObject(copy['seal'])) throw unreadable();
  const { algorithm, keyId, signature } = copy['seal'];
  if (typeof algorithm !== 'string' || typeof keyId !== 'string' || typeof signature !== 'string') throw unreadable();
  // An algorithm that is none of ours fits no key of ours.
  return { content: copy['content'], seal: { algorithm: algorithm as SealSignature['algorithm'], keyId, signature } };
}
