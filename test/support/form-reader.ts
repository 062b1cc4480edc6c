import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import type { TestApp } from './app.js';
import type { Actor } from './members.js';

/** By name; a list where several boxes bear one name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without script: it follows redirections, keeps cookies, and sends the fields that the page holds. */
export class FormReader {
  private readonly agent: ReturnType<TestApp['visitor']>;
  private page: Document = new JSDOM('').window.document;
  /** Where it stands, query included. */
  at = '';
  status = 0;
  html = '';

  constructor(app: TestApp, private readonly prefix: '' | '/en') {
    this.agent = app.visitor().set('Sec-Fetch-Site', 'same-origin').set('Accept', 'text/html,*/*;q=0.8');
  }

  async open(path: string): Promise<this> {
    return this.arrive(`${this.prefix}${path}`, await this.agent.get(`${this.prefix}${path}`));
  }

  /** Sends the first form of main whose action ends in `action`; what it holds, with `fields` over it. */
  async send(fields: Fields, action = ''): Promise<this> {
    const form = [...this.page.querySelectorAll<HTMLFormElement>('main form')].find((one) => (one.getAttribute('action') ?? '').endsWith(action));
    if (!form) throw new Error(`${this.at} has no form for ${action}`);
    const target = form.getAttribute('action') ?? this.at;
    const body = { ...valuesOf(form), ...fields };
    if (form.method === 'get') return this.arrive(target, await this.agent.get(target).query(body));
    return this.arrive(target, await this.agent.post(target).type('form').send(encoded(body)));
  }

  /** The raw agent, for what no form would send. */
  raw(): ReturnType<TestApp['visitor']> {
    return this.agent;
  }

  get title(): string {
    return this.page.title;
  }

  get heading(): string {
    return textOf(this.page.querySelector('main h1'));
  }

  /** Main without tags, spaces made one. */
  get words(): string {
    return textOf(this.page.querySelector('main'));
  }

  /** The summary's faults, and for each the sentence at the field that its link leads to. */
  get faults(): readonly { readonly said: string; readonly atField: string; readonly field: string }[] {
    return [...this.page.querySelectorAll('.govuk-error-summary__list a')].map((link) => {
      const field = (link.getAttribute('href') ?? '').slice(1);
      const control = this.page.getElementById(field);
      const group = control?.closest('.govuk-form-group--error');
      const message = group?.querySelector('.govuk-error-message');
      return { said: textOf(link), atField: textOf(message ?? null).replace(/^(?:错误：|Error:)\s*/, ''), field };
    });
  }

  valueOf(name: string): string | null {
    return this.page.querySelector<HTMLInputElement>(`main [name="${name}"]`)?.value ?? null;
  }

  /** What every box of a name holds, in order. */
  valuesOf(name: string): readonly string[] {
    return [...this.page.querySelectorAll<HTMLInputElement>(`main [name="${name}"]`)].map(({ value }) => value);
  }

  chosen(name: string): string | null {
    return this.page.querySelector<HTMLInputElement>(`main [name="${name}"]:checked`)?.value ?? null;
  }

  links(start: string): readonly string[] {
    return [...this.page.querySelectorAll(`main a[href^="${start}"]`)].map((link) => link.getAttribute('href') ?? '');
  }

  private async arrive(path: string, response: Response): Promise<this> {
    if (response.status === 303) {
      const next = response.headers['location'] as string;
      return this.arrive(next, await this.agent.get(next.split('#')[0] ?? next));
    }
    this.at = path;
    this.status = response.status;
    this.html = response.text;
    this.page = new JSDOM(response.text).window.document;
    return this;
  }
}

/** The browser of somebody who is signed in. */
export function readerOf(app: TestApp, { cookie }: Pick<Actor, 'cookie'>, prefix: '' | '/en' = ''): FormReader {
  const reader = new FormReader(app, prefix);
  (reader.raw() as unknown as { jar: { setCookie(text: string): void } }).jar.setCookie(cookie);
  return reader;
}

function valuesOf(form: HTMLFormElement): Fields {
  const controls = [...form.querySelectorAll<HTMLInputElement>('input[name], select[name], textarea[name]')];
  const values = new Map<string, string | readonly string[]>();
  for (const { name, value } of controls.filter(({ type, checked }) => !['radio', 'checkbox'].includes(type) || checked)) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(values);
}

const encoded = (fields: Fields): string => new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))).toString();

const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
