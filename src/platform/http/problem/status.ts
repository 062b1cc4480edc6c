/**
 * HTTP status of a stable code. A refusal of content is 422 unless its code says otherwise: by its own row, by the last
 * word of the code, or by its room.
 */
const BY_CODE: Readonly<Record<string, number>> = {
  'http.method_not_allowed': 405,
  'http.not_acceptable': 406,
  'http.unsupported_media_type': 415,
  'http.unsupported_encoding': 415,
  'http.path_malformed': 400,
  'http.request_malformed': 400,
  'http.interrupted': 400,
  'http.too_slow': 408,
  'http.body_too_large': 413,
  'http.body_not_utf8': 400,
  'http.json_malformed': 400,
  'http.json_too_deep': 400,
  'http.too_many_fields': 413,
  'http.rate_limited': 429,
  'http.unavailable': 503,
  'http.internal': 500,
  'idempotency.key_malformed': 400,
  'idempotency.not_offered': 400,
  'idempotency.under_way': 409,
  'idempotency.outcome_unknown': 409,
  'access.sign_in_required': 401,
  'access.key_required': 401,
  'access.credentials_unknown': 401,
  'access.session_expired': 401,
  'access.session_ended': 401,
  'access.key_expired': 401,
  'sign_in.wrong': 401,
  'sign_in.second_factor_required': 401,
  'sign_in.code_wrong': 401,
  'sign_in.code_replayed': 401,
  'sign_in.recovery_code_used': 401,
  'sign_in.office_code_wrong': 401,
  'sign_in.office_code_used': 401,
  'sign_in.enrolment_required': 403,
  'sign_in.account_closed': 403,
  'sign_in.single_sign_on_unknown': 403,
  'sign_in.wait': 429,
  'sign_in.busy': 503,
  'sign_in.single_sign_on_unavailable': 503,
  'members.grant.beyond_own_rights': 403,
  'members.grant.to_oneself': 403,
  'members.region.outside_scope': 403,
  'members.administrator.last': 409,
  'members.grant.employer_unverified': 409,
  'members.account.not_active': 409,
  'members.account.not_suspended': 409,
  'members.account.own': 403,
  'members.account.beyond_own_rights': 403,
  'review.person_required': 403,
  'review.check.same_person': 403,
  'review.check.other_checker': 409,
  'review.check.not_open': 409,
  'review.objection.correction_open': 409,
  'upload.not_multipart': 415,
  'upload.malformed': 400,
  'upload.interrupted': 400,
  'upload.file_too_large': 413,
  'upload.field_too_large': 413,
};

const BY_LAST_WORD: readonly (readonly [RegExp, number])[] = [
  [/[._]not_found$/, 404],
  [/[._](?:conflict|stale|already_\w+)$/, 409],
  [/[._](?:expired|gone)$/, 410],
  [/[._](?:queue_full|quota_exceeded|rate_limited)$/, 429],
];

const BY_ROOM: readonly (readonly [RegExp, number])[] = [
  [/^(?:csrf|access)\./, 403],
  [/^database\./, 503],
  // A sealed field that does not open is damage or a missing key on our side, never the caller's input.
  [/^crypto\.field_/, 500],
];

const REFUSED_CONTENT = 422;

export function statusOf(code: string): number {
  return BY_CODE[code] ?? match(BY_LAST_WORD, code) ?? match(BY_ROOM, code) ?? REFUSED_CONTENT;
}

const match = (rules: readonly (readonly [RegExp, number])[], code: string): number | undefined => rules.find(([pattern]) => pattern.test(code))?.[1];
