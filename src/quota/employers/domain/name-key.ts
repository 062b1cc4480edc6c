/** Words that come and go in the same name. */
const FORMS: readonly (readonly [RegExp, string])[] = [[/有限责任公司/g, '有限公司'], [/股份有限公司/g, '股份公司'], [/(?:农民)?专业合作社/g, '合作社'], [/社区居委会|社区居民委员会/g, '居委会'], [/村民委员会/g, '村委会'], [/居民委员会/g, '居委会']];

/** A name as duplicates are found by it: signs, spaces, brackets and forms of words do not matter. Empty where nothing is left. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return FORMS.reduce((key, [form, short]) => key.replace(form, short), plain);
}
