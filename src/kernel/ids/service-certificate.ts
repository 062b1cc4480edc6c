import { normaliseCode } from '../normalise.js';
import { err, ok, type Result } from '../result.js';

/** 残疾军人证 and 伤残人民警察证: the number carries no grade, so kind and grade (1–10, 1 most severe) are given beside it. */
export type ServiceCertificateKind = 'military' | 'police';
export type CertificateKind = 'disability' | ServiceCertificateKind;
export type ServiceGrade = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export type ServiceCertificate = { readonly kind: ServiceCertificateKind; readonly text: string; readonly grade: ServiceGrade };

export type ServiceCertificateFault = 'service_certificate.malformed' | 'service_certificate.grade';

/** No published pattern covers all issues: 4–30 letters, digits, hyphens and Chinese signs (军残字第…号) are taken as they are. */
const NUMBER = /^[\p{Script=Han}A-Z0-9()\-〔〕]{4,30}$/u;

export function parseServiceCertificate(kind: ServiceCertificateKind, input: string, grade: number): Result<ServiceCertificate, ServiceCertificateFault> {
  const text = normaliseCode(input);
  if (!NUMBER.test(text)) return err('service_certificate.malformed');
  if (!Number.isInteger(grade) || grade < 1 || grade > 10) return err('service_certificate.grade');
  return ok({ kind, text, grade: grade as ServiceGrade });
}
