import { RETURNING } from '../../../src/sign-in/pages/registered.js';
import type { Visitor } from '../../../src/ui/page-registry.js';

/** What a journey passes; `seen` is called on every page with a name and tells where it stands: its path, without the language. */
export type Journey = (visitor: Visitor, seen: (page: string) => Promise<string>) => Promise<void>;

/** From the home page to the statement, question by question, by links and buttons alone; ends on the statement. */
export const levyJourney: Journey = async (visitor, seen) => {
  const { fill, choose, submit, follow } = visitor;
  await visitor.open('/');
  await seen('home');
  await follow('/levy');
  await seen('start');
  await follow('/levy/region');
  await fill('q', '张店');
  await seen('region');
  await submit();
  await choose('region', '370303');
  await seen('region choices');
  await submit();
  await choose('year', 'other');
  await fill('otherYear', '2024');
  await seen('year');
  await submit();
  await choose('kind', 'enterprise');
  await seen('kind');
  await submit();
  await fill('registered-year', '2010');
  await fill('registered-month', '5');
  await fill('registered-day', '1');
  await seen('registered');
  await submit();
  await choose('how', 'same');
  await fill('same', '200');
  await seen('staff');
  await submit();
  await choose('seasonal', 'no');
  await seen('seasonal');
  await submit();
  await choose('how', 'total');
  await fill('totalWages', '20000000');
  await seen('wages');
  await submit();
  await choose('disabled', 'people');
  await seen('disabled');
  await submit();
  await choose('certificate', 'disability');
  await fill('grade', '1');
  await fill('from', '8');
  await fill('to', '12');
  await choose('dispatch', 'none');
  await seen('person');
  await submit();
  await seen('people');
  await submit('done');
  await seen('paid');
  await submit();
  await seen('check');
  await submit();
  await seen('statement');
};

/** From the statement back to an answer, changed, checked again and computed again; then everything forgotten. */
export const changeJourney: Journey = async (visitor, seen) => {
  await visitor.follow('/levy/check');
  await visitor.follow('/levy/staff');
  await visitor.choose('how', 'same');
  await visitor.fill('same', '400');
  await visitor.submit();
  await seen('check');
  await visitor.submit();
  await seen('statement');
  await visitor.follow('/levy/check');
  await visitor.follow('/levy');
  await seen('start');
  await visitor.submit();
  await seen('start, cleared');
};

/** Signs in, has the session end while a form is being filled in, goes on where that was, and signs out. */
export const signInJourney: Journey = async (visitor, seen) => {
  const enter = async (): Promise<void> => {
    await visitor.fill('contact', RETURNING.contact);
    await visitor.fill('password', RETURNING.password);
    await visitor.submit();
  };
  await visitor.open('/');
  await visitor.follow('/sign-in');
  await seen('sign-in');
  await enter();
  await visitor.follow('/account');
  await seen('account');
  await visitor.fill('displayName', '林晓雨');
  await visitor.sessionEnds();
  await visitor.submit();
  await seen('sign-in again');
  await enter();
  await seen('continued');
  await visitor.submit();
  await seen('saved');
  await visitor.submit('/sign-in/out');
  await seen('signed out');
};

/**
 * A clerk's whole year: from the empty list over facts, a roster file and the statement of truth to the number. Its window was
 * over on 31 October, so a reason is asked. @param clerk who has filed nothing yet; each journey needs another
 */
export const filingJourney = (clerk: string): Journey => async (visitor, seen) => {
  const { fill, choose, submit, follow } = visitor;
  await visitor.signIn(clerk);
  await visitor.open('/filings');
  await seen('list');
  await choose('baseYear', '2025');
  await submit();
  const filing = await seen('tasks');
  await follow(`${filing}/facts`);
  await fill('same', '200');
  await fill('totalWages', '20000000');
  await seen('facts');
  await submit();
  await seen('facts saved');
  await follow(filing);
  await follow(`${filing}/people`);
  await seen('people');
  await visitor.upload('file', 'roster/files/good.csv');
  await submit();
  await seen('checked');
  await submit();
  await seen('taken');
  await follow(`${filing}/people`);
  await seen('people listed');
  await follow(filing);
  await follow(`${filing}/trial`);
  await seen('trial');
  await follow(filing);
  await follow(`${filing}/commitment`);
  await choose('agreed', 'yes');
  await seen('commitment');
  await submit();
  await fill('lateReason', '经办人换了');
  await seen('check');
  await submit();
  await seen('submitted');
};
