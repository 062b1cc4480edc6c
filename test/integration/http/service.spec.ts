import { startTestApp, type TestApp } from '../../support/app.js';

describe('service', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startTestApp(); });
  afterAll(() => service.close());

  it('is live and ready', async () => {
    await service.http().get('/health/live').expect(200, { status: 'ok' });
    await service.http().get('/health/ready').expect(200, { status: 'ok', checks: { database: 'ok', migrations: 'ok', jobs: 'ok' } });
  });

  it('describes itself', async () => {
    const { body } = await service.http().get('/api/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toContain('/api/openapi.json');
  });
});
