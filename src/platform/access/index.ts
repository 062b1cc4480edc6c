export { AccessGuard } from './access.guard.js';
export { AccessModule } from './access.module.js';
export { Public, Requires, type RouteAccess } from './decorators.js';
export { RouteTable, type Route } from './route-table.js';
