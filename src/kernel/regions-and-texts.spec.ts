import { normaliseCode, normaliseText } from './normalise.js';
import { COUNTRY, parentRegion, parseRegionCode, regionChain, regionCode, regionCovers, regionLevel } from './region-code.js';
import { dictionary, say } from './texts.js';

describe('region code', () => {
  it('knows its level and what is above it', () => {
    expect(regionChain(regionCode('370303'))).toEqual(['370303', '370300', '370000', '100000']);
    expect(regionChain(regionCode('370303001001'))).toEqual(['370303001001', '370303001', '370303', '370300', '370000', '100000']);
    expect(parentRegion(COUNTRY)).toBeNull();
    expect(['100000', '370000', '370300', '370303', '370303001', '370303001001'].map((code) => regionLevel(regionCode(code)))).toEqual(['country', 'province', 'city', 'county', 'town', 'village']);
  });

  it('covers what lies inside and nothing else', () => {
    expect(regionCovers(regionCode('370000'), regionCode('370303'))).toBe(true);
    expect(regionCovers(regionCode('370300'), regionCode('370403'))).toBe(false);
    expect(regionCovers(COUNTRY, regionCode('530602'))).toBe(true);
    expect(regionCovers(regionCode('370303'), regionCode('370303001'))).toBe(true);
  });

  it.each(['', '37030', '3703031', '070303', 'ABCDEF', '37030300'])('refuses %s', (text) => expect(parseRegionCode(text).ok).toBe(false));
});

describe('normalising', () => {
  it('makes codes half-width, upper case and free of spaces', () => {
    expect(normaliseCode(' １１０ 105\u00a0x\u3000')).toBe('110105X');
    expect(normaliseText('  保 洁\u3000员 ')).toBe('保 洁 员');
  });
});

describe('texts', () => {
  const texts = dictionary({ sum: '合计 {amount} 元' }, { sum: '{amount} yuan in all' }, { sum: '一共 {amount} 元' });

  it('says a sentence in each language', () => {
    expect(say(texts, 'zh', 'sum', { amount: '1.00' })).toBe('合计 1.00 元');
    expect(say(texts, 'en', 'sum', { amount: '1.00' })).toBe('1.00 yuan in all');
    expect(say(texts, 'easy', 'sum', { amount: '1.00' })).toBe('一共 1.00 元');
  });

  it('never loses an amount silently', () => expect(() => say(texts, 'zh', 'sum', {})).toThrow('amount'));
});
