import { applyDecorators, Injectable, SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import { RouteTable, type Route } from '../access/index.js';
import { isApiPath } from '../i18n/index.js';
import { hasBody } from './body/read-body.js';
import { LimitedAs } from './limits/limited-as.js';
import { FORM, JSON_TYPE, mediaTypeOf, MULTIPART } from './media-types.js';

const CONSUMES = Symbol('CONSUMES');
const PRODUCES = Symbol('PRODUCES');

/** Media types of bodies that a route takes, where they are not the usual: JSON on the API, a form on a page. */
export const Consumes = (...types: readonly string[]): MethodDecorator & ClassDecorator => applyDecorators(SetMetadata(CONSUMES, types), ApiConsumes(...types));

/** The route reads its body with `readMultipart`, and its calls count as uploads. */
export const Upload = (): MethodDecorator & ClassDecorator => applyDecorators(Consumes(MULTIPART), LimitedAs('upload'));

/** Media types of answers, where they are not the usual: JSON on the API, HTML on a page. */
export const Produces = (...types: readonly string[]): MethodDecorator & ClassDecorator => applyDecorators(SetMetadata(PRODUCES, types), ApiProduces(...types));

/** Answers in whatever the file is; for downloads and assets whose type follows from the name. */
export const ProducesAnything = (): CustomDecorator<symbol> => SetMetadata(PRODUCES, ['*/*']);

export const consumedBy = (route: Route): readonly string[] => route.metadata<readonly string[]>(CONSUMES) ?? [isApiPath(route.path) ? JSON_TYPE : FORM];
export const producedBy = (route: Route): readonly string[] => route.metadata<readonly string[]>(PRODUCES) ?? [isApiPath(route.path) ? JSON_TYPE : 'text/html'];

/** 415 and 406, after credentials, rate and CSRF and before the body is read. */
@Injectable()
export class MediaGuard implements CanActivate {
  constructor(private readonly routes: RouteTable) {}

  /** @throws DomainError http.unsupported_media_type, http.not_acceptable */
  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    const route = this.routes.of(context.getHandler());
    if (!route) return true;
    const accepted = consumedBy(route);
    if (hasBody(req) && !accepted.includes(mediaTypeOf(req))) throw new DomainError('http.unsupported_media_type', { accepted: accepted.join(', ') });
    const available = producedBy(route);
    if (!available.includes('*/*') && req.accepts([...available]) === false) throw new DomainError('http.not_acceptable', { available: available.join(', ') });
    return true;
  }
}
