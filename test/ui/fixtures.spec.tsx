import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { adapters, exceptions, notPorted } from './fixture-adapters.js';
import type { Options } from './fixture-props.js';

type Fixture = { readonly name: string; readonly options: Options; readonly html: string };

const root = join(dirname(createRequire(__filename).resolve('govuk-frontend/package.json')), 'dist/govuk/components');
const components = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

function fixtures(component: string): readonly Fixture[] {
  return (JSON.parse(readFileSync(join(root, component, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

/** A document written so that only what a browser tells apart differs: attributes sorted, runs of white space as one. */
function normalised(html: string): string {
  const lines: string[] = [];
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === 3) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(`${' '.repeat(depth)}${text}`);
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const attributes = [...element.attributes]
        .map(({ name, value }) => `${name}="${(name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : value).trim()}"`)
        .sort();
      lines.push(`${' '.repeat(depth)}<${[element.localName, ...attributes].join(' ')}>`);
      element.childNodes.forEach((child) => walk(child, depth + 1));
    }
  };
  const body = new JSDOM(html).window.document.body;
  body.normalize();
  body.childNodes.forEach((child) => walk(child, 0));
  return lines.join('\n');
}

let held = 0;
let excepted = 0;

describe.each(components.filter((component) => component in adapters))('%s', (component) => {
  const cases = fixtures(component).map((fixture) => [fixture.name, fixture] as const);
  it.each(cases)('%s', (name, fixture) => {
    const reason = exceptions[`${component}: ${name}`];
    const ours = () => normalised(render(adapters[component]!(fixture.options) as VNode));
    if (reason === undefined) {
      expect(ours()).toBe(normalised(fixture.html));
      held += 1;
    } else {
      // An exception that has become equal is no exception any more.
      expect(ours()).not.toBe(normalised(fixture.html));
      excepted += 1;
    }
  });
});

it('knows every component of govuk-frontend: ported, or left out with a reason', () => {
  expect(components.filter((component) => !(component in adapters) && !(component in notPorted))).toEqual([]);
  expect(Object.keys(notPorted).filter((component) => component in adapters || !components.includes(component))).toEqual([]);
});

it('holds the counted number of fixtures', () => {
  const total = components.filter((component) => component in adapters).reduce((sum, component) => sum + fixtures(component).length, 0);
  expect({ held, excepted, total }).toEqual({ held: 638, excepted: 9, total: 647 });
});
