import { Inject, Injectable } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { RouteTable, type Route } from '../access/index.js';
import { isApiPath } from '../i18n/index.js';
import { takesIdempotencyKey } from '../http/index.js';
import { idempotencyParameter } from './idempotency-parameter.js';
import { problemResponse, problemSchemas } from './problem-schema.js';

type Paths = OpenAPIObject['paths'];
type PathItem = Paths[string];
type Operation = NonNullable<PathItem['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

const DESCRIPTION = `残疾人按比例就业与岗位匹配服务的接口。 Interface of the employment-quota and job-matching service.

- 金额和其他精确数是字符串。 Amounts and other exact numbers are strings.
- 拒绝以 application/problem+json 回答，按稳定的 code 处理，全部代码见 /api/problems。 Refusals are application/problem+json; go by the stable code; /api/problems lists them all.
- 句子的语言由 Accept-Language 决定，默认中文。 Sentences come in the language of Accept-Language, Chinese by default.
- 不认识的字段会被拒绝。 Unknown fields are refused.`;

/** The description of the API, made from the running routes once, when it is first asked for. */
@Injectable()
export class OpenApiDocument {
  private document: OpenAPIObject | null = null;
  private app: NestExpressApplication | null = null;

  constructor(@Inject(RouteTable) private readonly routes: RouteTable) {}

  /** Called once by whoever built the application. */
  describe(app: NestExpressApplication): void {
    this.app = app;
  }

  get(): OpenAPIObject {
    return (this.document ??= this.build());
  }

  private build(): OpenAPIObject {
    if (!this.app) throw new Error('OpenApiDocument.describe was not called');
    const config = new DocumentBuilder()
      .setTitle('助就 Zhujiu')
      .setDescription(DESCRIPTION)
      .setVersion('1')
      .addServer('/')
      .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Token of a signed-in person or of a machine client.' }, 'bearer')
      .build();
    const raw = SwaggerModule.createDocument(this.app, config);
    const routes = new Map(this.routes.all.map((route) => [`${route.method} ${templateOf(route.path)}`, route]));
    const paths = Object.fromEntries(
      Object.entries(raw.paths).filter(([path]) => isApiPath(path)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, item]) => [path, describePath(path, item, routes)]),
    );
    const schemas = { ...(raw.components?.schemas ?? {}), ...problemSchemas } as Schemas;
    return { ...raw, paths, components: { ...raw.components, schemas: usedSchemas(paths, schemas) } };
  }
}

const templateOf = (path: string): string => path.replace(/[:*](\w+)/g, '{$1}');

function describePath(path: string, item: PathItem, routes: ReadonlyMap<string, Route>): PathItem {
  const described: PathItem = { ...item };
  for (const method of METHODS) {
    const operation = item[method];
    const route = routes.get(`${method.toUpperCase()} ${path}`);
    if (!operation) continue;
    if (!route) throw new Error(`the description names ${method.toUpperCase()} ${path}, which no controller serves`);
    described[method] = describeOperation(operation, route);
  }
  return described;
}

function describeOperation(operation: Operation, route: Route): Operation {
  return {
    ...operation,
    ...(takesIdempotencyKey(route) ? { parameters: [...(operation.parameters ?? []), idempotencyParameter] } : {}),
    security: route.access.kind === 'public' ? [] : [{ bearer: [] }],
    responses: { ...operation.responses, default: problemResponse },
  };
}

/** Pages have forms with classes of their own, which are nobody's business here. */
function usedSchemas(paths: Paths, schemas: Schemas): Schemas {
  const used = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const name = /^#\/components\/schemas\/(.+)$/.exec(String((node as { $ref?: unknown }).$ref))?.[1];
    if (name !== undefined && !used.has(name)) {
      used.add(name);
      visit(schemas[name]);
    }
    Object.values(node).forEach(visit);
  };
  visit(paths);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
