import { Injectable } from '@nestjs/common';
import { DecisionRepository } from '../infra/decision.repository.js';
import { FileRepository } from '../infra/file.repository.js';
import { ObjectionRepository } from '../infra/objection.repository.js';
import { RequestRepository } from '../infra/request.repository.js';
import { ReviewRepository } from '../infra/review.repository.js';

/** The tables of this room. */
@Injectable()
export class ReviewRows {
  constructor(
    readonly reviews: ReviewRepository,
    readonly decisions: DecisionRepository,
    readonly requests: RequestRepository,
    readonly objections: ObjectionRepository,
    readonly files: FileRepository,
  ) {}
}
