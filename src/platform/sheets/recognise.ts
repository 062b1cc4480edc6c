import { DomainError } from '../../kernel/domain-error.js';
import type { SheetFileErrorCode } from './faults.js';
import { ZipDirectory, type ZipLimits } from './zip-directory.js';

export type Recognised = { readonly kind: 'workbook'; readonly zip: ZipDirectory } | { readonly kind: 'text' };

const refuse = (code: SheetFileErrorCode): never => {
  throw new DomainError(code);
};

const startsWith = (bytes: Buffer, ...signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/**
 * Says what a file is by its content; its name only chooses between words for the same container. Everything that is not
 * a workbook or a text is refused with a code whose sentence tells what to do.
 * @throws DomainError sheets.file.*
 */
export function recognise(bytes: Buffer, fileName: string, limits: ZipLimits): Recognised {
  if (bytes.length === 0) refuse('sheets.file.empty');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return { kind: 'workbook', zip: workbookIn(new ZipDirectory(bytes, limits)) };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) refuse(compoundFile(bytes, fileName));
  if (isPicture(bytes)) refuse('sheets.file.picture');
  if (ascii(bytes, 0, 5) === '%PDF-') refuse('sheets.file.pdf');
  if (ascii(bytes, 0, 4) === 'Rar!' || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(bytes, 0x1f, 0x8b)) refuse('sheets.file.archive');
  const beginning = ascii(bytes, 0, 2_048).replace(/^\xef\xbb\xbf/, '').trimStart().toLowerCase();
  // Many office systems save a web page under the name .xls.
  if (/^(?:<!doctype html|<html|<table|<head|<meta|<\?xml|<style)/.test(beginning)) refuse('sheets.file.html');
  if (beginning.startsWith('{\\rtf')) refuse('sheets.file.word_processor');
  if (beginning === '' && bytes.length < 2_048) refuse('sheets.file.empty');
  return { kind: 'text' };
}

function workbookIn(zip: ZipDirectory): ZipDirectory {
  const { names } = zip;
  const has = (name: string): boolean => zip.find(name) !== null;
  if (names.some((name) => /vbaProject\.bin$/i.test(name) || /^xl\/macrosheets\//i.test(name))) refuse('sheets.file.macro');
  if (has('mimetype') && zip.text('mimetype', 256).includes('opendocument')) refuse(zip.text('mimetype', 256).includes('spreadsheet') ? 'sheets.file.ods' : 'sheets.file.word_processor');
  if (has('xl/workbook.bin')) refuse('sheets.file.xlsb');
  if (names.some((name) => name.startsWith('word/') || name.startsWith('ppt/'))) refuse('sheets.file.word_processor');
  if (!has('[Content_Types].xml')) refuse(names.some((name) => /\.(?:xlsx?|csv|et)$/i.test(name)) ? 'sheets.file.archive' : 'sheets.file.zip_without_sheets');
  if (/macroEnabled/i.test(zip.text('[Content_Types].xml', 4_194_304))) refuse('sheets.file.macro');
  return zip;
}

function isPicture(bytes: Buffer): boolean {
  return startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff) || /^GIF8[79]a/.test(ascii(bytes, 0, 6)) || ascii(bytes, 0, 2) === 'BM'
    || (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') || /^ftyp(?:heic|heix|mif1|avif)$/.test(ascii(bytes, 4, 12)) || startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) || startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a);
}

/** The old container of Office and WPS: an encrypted workbook, a binary one, or another document. */
function compoundFile(bytes: Buffer, fileName: string): SheetFileErrorCode {
  if (hasStream(bytes, 'EncryptedPackage') || hasStream(bytes, 'EncryptionInfo')) return 'sheets.file.password';
  if (hasStream(bytes, 'WordDocument') || hasStream(bytes, 'PowerPoint Document')) return 'sheets.file.word_processor';
  if (/\.ett?$/i.test(fileName)) return 'sheets.file.et';
  return hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book') ? 'sheets.file.xls' : 'sheets.file.damaged';
}

/** Entries of the container's directory are 128 bytes long and begin with their name in UTF-16. */
function hasStream(bytes: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 2)) if (at % 128 === 0) return true;
  return false;
}
