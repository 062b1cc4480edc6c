import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { toHalfWidth } from '../../kernel/normalise.js';
import { contactKind } from '../../members/index.js';
import { FieldCipher, type FieldContext } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { SecretStore, type StoredSecret } from '../infra/secret-store.js';
import { linkDigest } from '../infra/token.js';
import { SEND_LINK } from './link-job.js';
import { Times } from './times.js';

/** An address that somebody says is theirs, and the account that it is to belong to. */
export type PromisedAddress = { readonly accountId: string; readonly address: string };

const placeOf = (secretId: string): FieldContext => ({ table: 'one_time_secret', column: 'detail', rowId: secretId });

/** Links by which an address is shown to be the person's. Until then it stands, sealed, with the link and nowhere else. */
@Injectable()
export class AddressLinks {
  constructor(
    private readonly secrets: SecretStore,
    private readonly outbox: Outbox,
    private readonly cipher: FieldCipher,
    private readonly times: Times,
  ) {}

  /** Has a link sent to the address; an earlier one of the account ends. @throws DomainError input.invalid with `/contact` */
  async send(tx: Tx, { accountId, address }: PromisedAddress): Promise<void> {
    if (contactKind(address) === null) throw new DomainError('input.invalid', {}, [{ pointer: '/contact', code: 'members.contact.malformed' }]);
    const id = await this.secrets.put(tx, { purpose: 'address_change', accountId, digest: null, issuedBy: null, expiresAt: this.times.linkEnd() });
    await this.secrets.setDetail(tx, id, this.cipher.seal(toHalfWidth(address).trim(), placeOf(id)));
    await this.outbox.enqueue(tx, SEND_LINK, { secretId: id, kind: 'address_change' });
  }

  /** Whom a link is for, without using it. */
  async find(tx: Tx, token: string | undefined): Promise<PromisedAddress | null> {
    const digest = linkDigest(token);
    const found = digest === null ? null : await this.secrets.find(tx, 'address_change', [digest], this.times.now());
    return found && this.promised(found);
  }

  /** Uses the link up; links to a new password that are on their way to the old address end with it. */
  async take(tx: Tx, token: string | undefined): Promise<PromisedAddress | null> {
    const digest = linkDigest(token);
    const taken = digest === null ? 'unknown' : await this.secrets.take(tx, 'address_change', [digest], this.times.now());
    if (typeof taken === 'string') return null;
    await this.secrets.end(tx, taken.accountId, 'password_reset');
    return this.promised(taken);
  }

  /** The address of a secret. */
  addressOf({ id, detail }: StoredSecret): string | null {
    return detail === null ? null : this.cipher.open(detail, placeOf(id));
  }

  private promised(secret: StoredSecret): PromisedAddress | null {
    const address = this.addressOf(secret);
    return address === null ? null : { accountId: secret.accountId, address };
  }
}
