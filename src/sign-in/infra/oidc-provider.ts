import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { DomainError } from '../../kernel/domain-error.js';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { LOGGER, type Logger } from '../../platform/logging/index.js';

export type Departure = { readonly address: string; readonly state: string; readonly nonce: string; readonly verifier: string };
export type Returned = { readonly address: URL; readonly state: string; readonly nonce: string; readonly verifier: string };
export type Identity = { readonly issuer: string; readonly subject: string };

const SCOPE = 'openid';
const TIMEOUT_SECONDS = 10;
/** After this a provider's own settings and keys are read again. */
const RENEWED_AFTER_MS = 3_600_000;

/** The single sign-on of the deploying body, found by its issuer (OpenID Connect Discovery 1.0). */
@Injectable()
export class OidcProvider {
  private found: { readonly at: number; readonly configuration: Promise<oidc.Configuration> } | null = null;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Where the browser goes, with what it has to bring back: state, nonce and PKCE (RFC 9700 §2.1).
   * @throws DomainError sign_in.single_sign_on_off, sign_in.single_sign_on_unavailable
   */
  async depart(redirectUri: string, now: Date): Promise<Departure> {
    const configuration = await this.configuration(now);
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri, scope: SCOPE, state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    return { address: address.href, state, nonce, verifier };
  }

  /**
   * Who came back. Signature, issuer, audience, times, nonce and state are checked by the library.
   * @throws DomainError sign_in.single_sign_on_failed, sign_in.single_sign_on_off, sign_in.single_sign_on_unavailable
   */
  async identify({ address, state, nonce, verifier }: Returned, now: Date): Promise<Identity> {
    const configuration = await this.configuration(now);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const claims = tokens.claims();
      if (!claims) throw new Error('no ID token');
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      // The provider's words may hold what the person typed there.
      this.logger.warn({ event: 'sign-in.oidc_failed', errorCode: (error as { readonly code?: unknown }).code }, 'a single sign-on was refused');
      throw new DomainError('sign_in.single_sign_on_failed');
    }
  }

  private async configuration(now: Date): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings.oidc;
    if (issuer === null || clientId === null) throw new DomainError('sign_in.single_sign_on_off');
    if (this.found === null || now.getTime() - this.found.at > RENEWED_AFTER_MS) {
      const address = new URL(issuer);
      // The setting takes http on this machine alone.
      const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
      this.found = { at: now.getTime(), configuration: oidc.discovery(address, clientId, clientSecret ?? undefined, clientSecret === null ? oidc.None() : undefined, { execute, timeout: TIMEOUT_SECONDS }) };
    }
    try {
      return await this.found.configuration;
    } catch (error) {
      this.found = null;
      this.logger.warn({ event: 'sign-in.oidc_unavailable', err: error }, 'the single sign-on cannot be reached');
      throw new DomainError('sign_in.single_sign_on_unavailable');
    }
  }
}
