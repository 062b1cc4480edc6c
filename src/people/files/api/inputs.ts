import { localDate, type LocalDate } from '../../../kernel/local-date.js';
import type { CertificateInput } from '../app/file-parts.js';
import type { NewFile } from '../app/create-file.command.js';
import type { CertificateDto, NewFileDto } from './files.dto.js';

const dayOrNull = (text: string | undefined | null): LocalDate | null => (text === undefined || text === null ? null : localDate(text));

export const certificateOf = ({ number, issuedOn, validUntil }: CertificateDto): CertificateInput => ({ number, issuedOn: dayOrNull(issuedOn), validUntil: dayOrNull(validUntil) });

export const newFileOf = ({ name, citizenId, regionCode, certificate, phone, address, preferred }: NewFileDto): NewFile => ({
  name, citizenId, regionCode: regionCode ?? null, certificate: certificate ? certificateOf(certificate) : null, phone: phone ?? null, address: address ?? null, preferred: preferred ?? 'phone',
});
