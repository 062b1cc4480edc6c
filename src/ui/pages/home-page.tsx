import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import { Button } from '../components/button.js';
import { Tag } from '../components/messages.js';
import type { PageContext } from '../layout/page-context.js';
import type { PageView } from '../layout/render-page.js';
import { homeTexts } from '../texts/home-texts.js';
import { HomePicture } from './home-picture.js';

type Key = keyof typeof homeTexts.zh;

const JOBS: readonly { readonly name: Key; readonly text: Key; readonly href?: string }[] = [
  { name: 'reviewName', text: 'reviewText', href: '/filings' },
  { name: 'levyName', text: 'levyText', href: '/levy' },
  { name: 'matchName', text: 'matchText' },
  { name: 'targetName', text: 'targetText' },
];

const PEOPLE: readonly { readonly name: Key; readonly text: Key; readonly link?: Key; readonly href?: string }[] = [
  { name: 'employerName', text: 'employerText', link: 'employerLink', href: '/filings' },
  { name: 'seekerName', text: 'seekerText', link: 'seekerLink', href: '/help' },
  { name: 'officerName', text: 'officerText', link: 'officerLink', href: '/reviews' },
  { name: 'publicName', text: 'publicText', link: 'publicLink', href: '/notices' },
  { name: 'verifyName', text: 'verifyText', link: 'verifyLink', href: '/verify' },
  { name: 'counselorName', text: 'counselorText' },
  { name: 'developerName', text: 'developerText', link: 'developerLink', href: '/api' },
];

/** One large way in to what works today; everything else says whether it works yet. */
export function homePage(context: PageContext): PageView {
  const t = (key: Key) => say(homeTexts, context.variant, key);
  return {
    title: t('title'),
    lead: (
      <div class="zj-hero">
        <div class="govuk-width-container zj-hero__row">
          <div>
            <h1 class="govuk-heading-xl">{t('title')}</h1>
            <p class="govuk-body-l">{t('lead')}</p>
            <Button isStart href={context.href('/levy')}>{t('start')}</Button>
            <p class="govuk-body zj-quiet">{t('startNote')}</p>
            <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/levy#example')}>{t('example')}</a></p>
            <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/policy')}>{t('policy')}</a></p>
          </div>
          <HomePicture />
        </div>
      </div>
    ),
    content: (
      <>
        <h2 class="govuk-heading-l">{t('jobs')}</h2>
        <p class="govuk-body">{t('jobsLead')}</p>
        <ol class="zj-cards zj-cards--wide">{JOBS.map((job, index) => <Job job={job} number={index + 1} context={context} />)}</ol>
        <h2 class="govuk-heading-l">{t('people')}</h2>
        <ul class="zj-cards">
          {PEOPLE.map(({ name, text, link, href }) => (
            <li class="zj-card zj-card--plain">
              <h3 class="govuk-heading-s">{t(name)}</h3>
              <p class="govuk-body">{t(text)}</p>
              {link && href ? <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(href)}>{t(link)}</a></p> : null}
            </li>
          ))}
        </ul>
      </>
    ),
  };
}

function Job({ job, number, context }: { readonly job: (typeof JOBS)[number]; readonly number: number; readonly context: PageContext }): VNode {
  const t = (key: Key) => say(homeTexts, context.variant, key);
  return (
    <li class="zj-card">
      <h3 class="govuk-heading-m"><span class="zj-card__number">{number}</span> {job.href ? <a class="govuk-link" href={context.href(job.href)}>{t(job.name)}</a> : t(job.name)}</h3>
      <p class="govuk-body">{t(job.text)}</p>
      {job.href ? <Tag colour="green">{t('ready')}</Tag> : <Tag colour="grey">{t('coming')}</Tag>}
    </li>
  );
}
