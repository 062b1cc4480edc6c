import { dictionary, say, type TextVariant } from '../../kernel/texts.js';

/** 残疾类别 1 to 7 and 残疾等级 1 to 4, as the last signs of a certificate number give them (GB/T 26341-2010). */
const CATEGORIES = ['vision', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'] as const;
const GRADES = ['grade1', 'grade2', 'grade3', 'grade4'] as const;

const disabilityTexts = dictionary(
  {
    vision: '视力残疾', hearing: '听力残疾', speech: '言语残疾', physical: '肢体残疾', intellectual: '智力残疾', mental: '精神残疾', multiple: '多重残疾',
    grade1: '一级', grade2: '二级', grade3: '三级', grade4: '四级', both: '{category}，{grade}',
  },
  {
    vision: 'Vision', hearing: 'Hearing', speech: 'Speech', physical: 'Physical', intellectual: 'Intellectual', mental: 'Mental', multiple: 'Multiple',
    grade1: 'grade 1', grade2: 'grade 2', grade3: 'grade 3', grade4: 'grade 4', both: '{category}, {grade}',
  },
);

/** 肢体残疾，二级. Numbers that the standard does not know stand as they are. */
export function disabilityWords(variant: TextVariant, { category, grade }: { readonly category: number; readonly grade: number }): string {
  const words = (keys: readonly (keyof typeof disabilityTexts.zh)[], number: number): string => {
    const key = keys[number - 1];
    return key === undefined ? String(number) : say(disabilityTexts, variant, key);
  };
  return say(disabilityTexts, variant, 'both', { category: words(CATEGORIES, category), grade: words(GRADES, grade) });
}
