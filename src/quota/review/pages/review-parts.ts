import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { FormFaults, type PageContext } from '../../../ui/index.js';
import { ReadFiling } from '../../filing/index.js';
import { ReadQueue } from '../app/read-queue.query.js';
import { ReadReview } from '../app/read-review.query.js';
import type { May } from './views/review-page.js';
import { kitOf, type Kit } from './views/kit.js';

/** What the reviewer's pages ask. */
@Injectable()
export class ReviewParts {
  constructor(
    readonly queue: ReadQueue,
    readonly reviews: ReadReview,
    readonly filings: ReadFiling,
    readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }

  /** @throws DomainError policy.place.unknown, policy.place.several, policy.place.many */
  placeCode(typed: string | undefined): string | undefined {
    return placeCodeTyped(typed, this.policy.regions);
  }
}

export const mayOf = ({ permissions, accountId }: Caller): May => ({
  check: permissions.has('reviews.check'), decide: permissions.has('reviews.decide'), archive: permissions.has('reviews.archive'), papers: permissions.has('filings.papers'), me: accountId,
});
