type Accepted = { readonly sending: 'empty' | 'wrong'; readonly form: RegExp; readonly reason: string };

/** Forms that may be sent so, judged by a person. Every other one has to refuse and to help. */
const ACCEPTED: readonly Accepted[] = [
  { sending: 'empty', form: /^post \/display /, reason: 'No choice is the ordinary look.' },
  { sending: 'wrong', form: /^post \/display /, reason: 'Choices alone: a value that was never offered is no slip of a person, and the general page of refusals answers it.' },
  { sending: 'empty', form: /^get \/policy/, reason: 'Without a place the whole country is shown, without a day this day.' },
  { sending: 'empty', form: /^get \/(?:employers|rights-requests|organisations) /, reason: 'Without a status or kind all are shown.' },
  { sending: 'wrong', form: /^get \/(?:employers|rights-requests|organisations) /, reason: 'A choice alone, as on /display.' },
  { sending: 'empty', form: /^get \/(?:assessments|relief-requests|credit-records) /, reason: 'Without a year, state or code all are shown.' },
  { sending: 'empty', form: /^get \/signals /, reason: 'Without a state the open ones are shown.' },
  { sending: 'wrong', form: /^get \/signals /, reason: 'A choice alone, as on /display.' },
  { sending: 'empty', form: /^get \/(?:employer-duplicates|employers\/:n\/headcounts) /, reason: 'Without a state those that wait are shown, without a year the last one.' },
  { sending: 'wrong', form: /^get \/employer-duplicates /, reason: 'A choice alone, as on /display.' },
  { sending: 'empty', form: /^get \/reviews(?:\/:n\/lines)? /, reason: 'Without a choice, a place and a year everything that waits is shown, and every line.' },
  { sending: 'wrong', form: /^get \/reviews\/:n\/lines /, reason: 'A choice alone, as on /display.' },
  { sending: 'empty', form: /^get \/(?:determinations|notices) /, reason: 'Without a year, a name or a place all are shown.' },
  { sending: 'empty', form: /^post \/levy\/(registered|paid) /, reason: 'May be left out, as its label says.' },
  { sending: 'empty', form: /^get \/members /, reason: 'Without a role all members are shown.' },
  { sending: 'wrong', form: /^get \/members /, reason: 'A choice alone; a role that there is not is no choice, and all members are shown.' },
];

/** Forms in which nothing that is typed, or left out, is wrong. They are not sent so: what they ask for would be done. */
const NEVER_WRONG: readonly { readonly sendings: readonly ('empty' | 'wrong')[]; readonly form: RegExp; readonly reason: string }[] = [
  { sendings: ['wrong'], form: /^post \/account \(/, reason: 'Any words of one line are a name; and the next pages would be read with it, or just before.' },
  { sendings: ['wrong'], form: /^post \/organisations\/:n /, reason: 'A name is whatever is typed.' },
  { sendings: ['wrong'], form: /^post \/rights-requests\/:n /, reason: 'The answer to a request is the free words of whoever answers.' },
  { sendings: ['empty', 'wrong'], form: /^post \/filings\/:n\/withdraw /, reason: 'Why a filing is withdrawn may stay empty, as its label says, and is free words.' },
  { sendings: ['wrong'], form: /^post \/credit-records\/:n\/objection /, reason: 'An objection is the free words of the employer, and it can be made once.' },
  { sendings: ['wrong'], form: /^post \/inspection-cases\/:n\/defend /, reason: 'A statement is the free words of the employer, and it can be sent once.' },
  { sendings: ['empty', 'wrong'], form: /^post \/reviews\/:n\/(?:first|second)-check /, reason: 'What the next person is told may stay empty, as its label says, and is free words; the check would end.' },
  { sendings: ['wrong'], form: /^post \/reviews\/:n\/(?:send-back|correction|count-as-none) /, reason: 'Why it is done is free words; the review would go back, the correction begin, the filing be closed.' },
  { sendings: ['empty'], form: /^post \/employers\/:n\/headcounts /, reason: 'Months left empty are months for which nothing is declared: what other states show would be gone.' },
  { sendings: ['wrong'], form: /^post \/filings\/:n\/uploads /, reason: 'A refused file is kept in the list of uploads, which later pages would show; filing.upload · refused is the help.' },
];

export const isNeverWrong = (sending: 'empty' | 'wrong', form: string): boolean => NEVER_WRONG.some((entry) => entry.sendings.includes(sending) && entry.form.test(form));

export const needsNoHelp = (sending: 'empty' | 'wrong', form: string): boolean => ACCEPTED.some((entry) => entry.sending === sending && entry.form.test(form));
