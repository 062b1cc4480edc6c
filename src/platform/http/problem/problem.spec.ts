import { DomainError } from '../../../kernel/domain-error.js';
import { dictionary } from '../../../kernel/texts.js';
import { mergeErrorTexts } from './error-texts.js';
import { plainErrorPage } from './error-page.js';
import { toProblem } from './problem.js';
import { statusOf } from './status.js';
import { httpErrorTexts } from './texts.js';

const roomTexts = dictionary({ 'room.thing.late': '已过 {day}。' }, { 'room.thing.late': 'It is past {day}.' });
const texts = mergeErrorTexts(httpErrorTexts, roomTexts);
const missing: string[] = [];
const context = (language: 'zh' | 'en') => ({ language, correlationId: 'corr-0001', texts, onMissingText: (code: string) => missing.push(code) });

describe('problem', () => {
  it('says a refusal in the language of the answer, at the whole and at each place', () => {
    const error = new DomainError('input.invalid', {}, [{ pointer: '/day', code: 'room.thing.late', params: { day: '2025-09-10' } }]);
    expect(toProblem(error, context('en'))).toEqual({
      type: '/api/problems#input.invalid', title: httpErrorTexts.en['input.invalid'], status: 422, code: 'input.invalid', params: {}, correlationId: 'corr-0001',
      errors: [{ pointer: '/day', code: 'room.thing.late', params: { day: '2025-09-10' }, message: 'It is past 2025-09-10.' }],
    });
    expect(toProblem(error, context('zh')).errors[0]?.message).toBe('已过 2025-09-10。');
  });

  it.each([
    ['a code without text', new DomainError('room.unheard_of'), 'room.unheard_of'],
    ['a text that lacks its value', new DomainError('room.thing.late'), 'room.thing.late'],
    ['a code named like an inherited property', new DomainError('constructor'), 'constructor'],
  ])('falls back to a general sentence for %s, and reports it', (_, error, code) => {
    missing.length = 0;
    expect(toProblem(error, context('zh'))).toMatchObject({ code, title: httpErrorTexts.zh['input.invalid'] });
    expect(missing).toEqual([code]);
  });

  it.each([
    ['levy.case.invalid', 422], ['input.invalid', 422], ['roster.job.not_found', 404], ['http.not_found', 404], ['review.declaration.already_submitted', 409],
    ['review.draft.stale', 409], ['roster.result.expired', 410], ['roster.queue_full', 429], ['csrf.token_missing', 403], ['access.sign_in_required', 401],
    ['access.forbidden', 403], ['upload.file_too_large', 413], ['upload.file_missing', 422], ['http.internal', 500],
  ])('%s is %i', (code, status) => {
    expect(statusOf(code)).toBe(status);
  });

  it('refuses two texts for one code', () => {
    expect(() => mergeErrorTexts(roomTexts, roomTexts)).toThrow('room.thing.late');
  });

  it('has a plain page that lets nothing through as markup', () => {
    const problem = { ...toProblem(new DomainError('http.not_found'), context('en')), title: '<script>&"' };
    const html = plainErrorPage.render(problem, { language: 'en', path: '/', correlationId: 'x', cookies: {}, csrfToken: () => '' });
    expect(html).toContain('<h1>&lt;script&gt;&amp;&quot;</h1>');
    expect(html).toContain('<html lang="en">');
  });
});
