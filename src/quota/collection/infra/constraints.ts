import type { ConstraintErrors } from '../../../platform/database/index.js';

export const collectionConstraintErrors: ConstraintErrors = {
  relief_request_open_key: 'collection.relief.already_open',
  credit_record_live_key: 'collection.credit.already_open',
  credit_objection_record_key: 'collection.credit.objection_made',
  exchange_import_batch_key: 'collection.batch.under_way_conflict',
};
