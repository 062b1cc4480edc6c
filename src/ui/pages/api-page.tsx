import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import { Table, TableRegion } from '../components/table.js';
import type { PageContext } from '../layout/page-context.js';
import type { PageView } from '../layout/render-page.js';
import { apiTexts } from '../texts/api-texts.js';
import { operationsOf, refName, shapesOf, type ApiDocument, type ApiField, type ApiOperation, type Schema } from './api-shapes.js';

export type ApiPage = (context: PageContext, document: ApiDocument) => PageView;

type Key = keyof typeof apiTexts.zh;
type Say = (key: Key, params?: Readonly<Record<string, string>>) => string;

/** Beside the list of the operations, in the same language. */
const SHAPES = '?part=shapes';
const OPERATIONS = '?part=operations';

/** The OpenAPI document for reading: no script, no third-party viewer. */
export function apiPage(context: PageContext, document: ApiDocument): PageView {
  const t: Say = (key, params = {}) => say(apiTexts, context.variant, key, params);
  const operations = operationsOf(document);
  return {
    title: t('title'),
    content: (
      <>
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('lead')}</p>
        <p class="govuk-body">{t('machine')}<a class="govuk-link" href="/api/openapi.json">/api/openapi.json</a></p>
        <h2 class="govuk-heading-m">{t('operations')}</h2>
        {operations.length === 0 ? <p class="govuk-body">{t('none')}</p> : (
          <TableRegion label={t('operations')}>
            <Table
              caption={t('operations')}
              captionClass="govuk-visually-hidden"
              firstCellIsHeader
              head={[t('operation'), t('purpose'), t('access')]}
              rows={operations.map((operation) => [
                { content: <a class="govuk-link zj-alone" href={`${OPERATIONS}#${operation.id}`}><Call operation={operation} /></a> },
                { content: <Given>{operation.summary}</Given> },
                operation.isPublic ? t('open') : t('closed'),
              ])}
            />
          </TableRegion>
        )}
        <h2 class="govuk-heading-m">{t('shapes')}</h2>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={SHAPES}>{t('shapes')}</a></p>
      </>
    ),
  };
}

/** Each operation with what it takes and answers. */
export const apiOperationsPage: ApiPage = (context, document) =>
  partPage(context, 'operations', (t) => operationsOf(document).map((operation) => <Operation operation={operation} t={t} />));

/** The shapes of data that operations take and give. */
export const apiShapesPage: ApiPage = (context, document) => partPage(context, 'shapes', (t) => shapesOf(document).map(({ name, description, fields }) => (
  <div>
    <h2 class="govuk-heading-s" id={`shape-${name}`}><code lang="en">{name}</code></h2>
    {description === '' ? null : <p class="govuk-body"><Given>{description}</Given></p>}
    {fields.length > 0 && <Fields label={name} fields={fields} t={t} />}
  </div>
)));

/** A part of the description on a page of its own: all on one would be heavier than a page may be. */
function partPage(context: PageContext, name: 'operations' | 'shapes', parts: (t: Say) => readonly VNode[]): PageView {
  const t: Say = (key, params = {}) => say(apiTexts, context.variant, key, params);
  return { title: t(name), back: { href: context.href('/api'), text: t('title') }, content: <><h1 class="govuk-heading-l">{t(name)}</h1>{parts(t)}</> };
}

function Operation({ operation, t }: { readonly operation: ApiOperation; readonly t: Say }): VNode {
  return (
    <div>
      <h2 class="govuk-heading-s" id={operation.id}><Call operation={operation} /></h2>
      <p class="govuk-body"><Given>{operation.summary}</Given></p>
      {operation.description === '' ? null : <p class="govuk-body"><Given>{operation.description}</Given></p>}
      {operation.parameters.length > 0 && <Fields label={`${operation.method} ${operation.path} ${t('parameters')}`} caption={t('parameters')} fields={operation.parameters} t={t} />}
      {operation.bodies.map(({ mediaType, schema }) => (
        <p class="govuk-body">{t('body')}: <code lang="en">{mediaType}</code> <TypeOf schema={schema} t={t} /></p>
      ))}
      <TableRegion label={`${operation.method} ${operation.path} ${t('answers')}`}>
        <Table
          caption={t('answers')}
          firstCellIsHeader
          head={[t('status'), t('type'), t('meaning')]}
          rows={operation.answers.map(({ status, description, schema }) => [status, { content: schema ? <TypeOf schema={schema} t={t} /> : '—' }, { content: <Given>{description}</Given> }])}
        />
      </TableRegion>
    </div>
  );
}

function Call({ operation }: { readonly operation: ApiOperation }): VNode {
  return <code lang="en">{operation.method} {operation.path}</code>;
}

function Fields(props: { readonly label: string; readonly caption?: string; readonly fields: readonly ApiField[]; readonly t: Say }): VNode {
  const { t } = props;
  return (
    <TableRegion label={props.label}>
      <Table
        caption={props.caption ?? props.label}
        captionClass={props.caption ? undefined : 'govuk-visually-hidden'}
        firstCellIsHeader
        head={[t('name'), t('type'), t('required'), t('meaning')]}
        rows={props.fields.map(({ name, schema, required, description }) => [
          { content: <code lang="en">{name}</code> },
          { content: <TypeOf schema={schema} t={t} /> },
          required ? t('yes') : t('no'),
          { content: <Given>{description}</Given> },
        ])}
      />
    </TableRegion>
  );
}

function TypeOf({ schema, t }: { readonly schema: Schema; readonly t: Say }): VNode {
  if (schema.$ref) {
    const name = refName(schema.$ref);
    return <a class="govuk-link zj-alone" href={`${SHAPES}#shape-${name}`}><code lang="en">{name}</code></a>;
  }
  const variants = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (variants) return <>{variants.map((variant, index) => <>{index > 0 ? ' | ' : ''}<TypeOf schema={variant} t={t} /></>)}</>;
  if (schema.enum) return <code lang="en">{schema.enum.map(String).join(' | ')}</code>;
  if (schema.type === 'array') return <><TypeOf schema={schema.items ?? {}} t={t} /><code>[]</code></>;
  return <code lang="en">{[schema.type ?? 'any', schema.format].filter(Boolean).join(' ')}</code>;
}

/** Several words of English in a row. */
const ENGLISH = /([A-Za-z][\w ,.;:'’()/-]*\s[\w ,.;:'’()/-]*[A-Za-z.)])/;

/** Words of the document are mostly English on a Chinese page too, some are both, and each must be read as what it is. */
function Given({ children }: { readonly children: string }): VNode {
  if (!/[\u4e00-\u9fff]/.test(children)) return <span lang="en">{children}</span>;
  return <span lang="zh-CN">{children.split(ENGLISH).map((part, index) => (index % 2 === 1 ? <span lang="en">{part}</span> : part))}</span>;
}
