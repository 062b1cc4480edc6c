import { say, type Language } from '../../kernel/texts.js';
import { countValues } from '../app/read-policy.query.js';
import { yearsWithoutSocialAverage } from '../app/find-unknowns.query.js';
import { PolicyBook } from '../policy-book.js';
import { tellFault } from '../reading/fault.js';
import { readPolicyDirectory } from '../reading/read-directory.js';
import { defaultRegionsFolder, RegionRegister } from '../regions.js';
import type { ParameterFile } from '../domain/parameter-file.js';
import type { RegionCode } from '../../kernel/region-code.js';
import { writeLine, type CommandIo } from '../../platform/cli/command.js';
import { policyCommandTexts } from './texts.js';

/** `zhujiu policy check`. @returns 1 where the service would refuse the folder, else 0: warnings never stop it. */
export async function check(directory: string, io: CommandIo): Promise<number> {
  const regions = RegionRegister.load(defaultRegionsFolder());
  const { files, faults, contentHash } = readPolicyDirectory(directory, regions, new Map());
  if (faults.length > 0) {
    for (const fault of faults) await writeLine(io.stdout, tellFault(fault, io.language));
    await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.check.errors', { count: faults.length }));
    return 1;
  }
  for (const line of warnings(new PolicyBook(files, regions, contentHash), io)) await writeLine(io.stdout, line);
  const counts = countValues(files);
  const summary = { files: files.length, values: counts.confirmed + counts.unconfirmed + counts.unknown, ...counts, hash: contentHash };
  await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.check.summary', summary));
  return 0;
}

/** What a person should look at: files past their review date, values not yet confirmed, missing social average wages. */
function* warnings(book: PolicyBook, io: CommandIo): Generator<string> {
  const today = io.clock.today();
  for (const file of book.files) {
    if (file.reviewBy < today) yield say(policyCommandTexts, io.language, 'policy.check.past_review', { file: file.path, reviewBy: file.reviewBy });
  }
  const byRegion = new Map<RegionCode, ParameterFile[]>();
  for (const file of book.files) byRegion.set(file.region, [...(byRegion.get(file.region) ?? []), file]);
  for (const region of [...byRegion.keys()].sort()) {
    const name = book.regions.fullName(region);
    yield say(policyCommandTexts, io.language, 'policy.check.unconfirmed', { region, name, ...countValues(byRegion.get(region) ?? []) });
  }
  for (const { code, name } of book.regions.provinces()) {
    const years = yearsWithoutSocialAverage(book, code, today);
    if (years.length > 0) yield say(policyCommandTexts, io.language, 'policy.check.no_social_average', { region: code, name, years: yearRanges(years, io.language) });
  }
}

/** 2015, 2016, 2017, 2020 → 2015–2017, 2020 */
function yearRanges(years: readonly number[], language: Language): string {
  const parts: string[] = [];
  for (let start = 0; start < years.length;) {
    let end = start;
    while (years[end + 1] === (years[end] as number) + 1) end++;
    parts.push(end === start ? `${years[start]}` : `${years[start]}–${years[end]}`);
    start = end + 1;
  }
  return parts.join(language === 'zh' ? '、' : ', ');
}
