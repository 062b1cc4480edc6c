/** The part of an OpenAPI 3 document that the page shows. */
export type ApiDocument = {
  readonly paths: Readonly<Record<string, object>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
};

export type ApiOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly isPublic: boolean;
  readonly parameters: readonly ApiField[];
  readonly bodies: readonly { readonly mediaType: string; readonly schema: Schema }[];
  readonly answers: readonly { readonly status: string; readonly description: string; readonly schema: Schema | null }[];
};

export type ApiField = { readonly name: string; readonly schema: Schema; readonly required: boolean; readonly description: string };

export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

type RawParameter = { readonly name: string; readonly required?: boolean; readonly description?: string; readonly schema?: Schema };
type RawContent = Readonly<Record<string, { readonly schema?: Schema }>>;
type RawOperation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly RawParameter[];
  readonly requestBody?: { readonly content?: RawContent };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: RawContent }>>;
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Operations in the order of the document. */
export function operationsOf(document: ApiDocument): readonly ApiOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const raw = (item as Readonly<Record<string, RawOperation | undefined>>)[method];
      return raw ? [operation(method.toUpperCase(), path, raw)] : [];
    }));
}

function operation(method: string, path: string, raw: RawOperation): ApiOperation {
  return {
    id: `op-${raw.operationId ?? `${method}${path}`.replace(/\W+/g, '-')}`,
    method,
    path,
    summary: raw.summary ?? '',
    description: raw.description ?? '',
    isPublic: raw.security?.length === 0,
    parameters: (raw.parameters ?? []).map(({ name, required, description, schema }) => ({ name, schema: schema ?? {}, required: required ?? false, description: description ?? '' })),
    bodies: Object.entries(raw.requestBody?.content ?? {}).map(([mediaType, { schema }]) => ({ mediaType, schema: schema ?? {} })),
    answers: Object.entries(raw.responses ?? {}).map(([status, { description, content }]) => ({ status, description: description ?? '', schema: Object.values(content ?? {})[0]?.schema ?? null })),
  };
}

/** Named shapes with their fields, in the order of the document. */
export function shapesOf(document: ApiDocument): readonly { readonly name: string; readonly description: string; readonly fields: readonly ApiField[] }[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, value]) => {
    const schema = value as Schema;
    return { name, description: schema.description ?? '', fields: fieldsOf(schema) };
  });
}

function fieldsOf(schema: Schema): readonly ApiField[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    schema: field,
    required: schema.required?.includes(name) ?? false,
    description: field.description ?? '',
  }));
}

/** `LevyCase` of `#/components/schemas/LevyCase`. */
export const refName = (ref: string): string => ref.replace(/^.*\//, '');
