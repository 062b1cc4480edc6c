import { parseCitizenId, type CitizenId } from '../../../kernel/ids/citizen-id.js';
import { parseDisabilityCertificate, type DisabilityCertificate } from '../../../kernel/ids/disability-certificate.js';
import { err, ok, type Result } from '../../../kernel/result.js';

export type CertificateFault = 'registry.certificate.malformed' | 'registry.certificate.other_holder';

/** A certificate number begins with the citizen id of its holder: one that begins with another belongs to somebody else. */
export function certificateOfHolder(typed: string, holder: CitizenId): Result<DisabilityCertificate, CertificateFault> {
  const certificate = parseDisabilityCertificate(typed);
  if (!certificate.ok) return err('registry.certificate.malformed');
  return certificate.value.holder.text === holder.text ? ok(certificate.value) : err('registry.certificate.other_holder');
}

export function citizenIdOf(typed: string): Result<CitizenId, 'registry.citizen_id.malformed'> {
  const parsed = parseCitizenId(typed);
  return parsed.ok ? parsed : err('registry.citizen_id.malformed');
}
