/**
 * What the deploying body says of itself (help block and footer, interface.md 1.5). Null means that nobody
 * has said it yet: the page then says so instead of inventing a telephone number.
 */
export type Site = {
  readonly organiser: string | null;
  /** Written contact: an address for e-mail. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly sms: string | null;
  /** Counter with its address and hours. */
  readonly office: string | null;
  readonly signVideoUrl: string | null;
  readonly complaints: string | null;
  /** 网站标识码 */
  readonly siteCode: string | null;
  /** ICP 备案号 */
  readonly icp: string | null;
  /** 公安备案号 */
  readonly policeRecord: string | null;
  /** 我为政府网站找错 */
  readonly errorReportUrl: string | null;
};

/** Injection token of the {@link Site}. */
export const SITE = Symbol('SITE');

export const undeclaredSite: Site = {
  organiser: null, email: null, phone: null, sms: null, office: null, signVideoUrl: null, complaints: null,
  siteCode: null, icp: null, policeRecord: null, errorReportUrl: null,
};
