import { JSDOM } from 'jsdom';
import { render } from 'preact-render-to-string';
import { BarCell, MonthBars, type MonthBarsProps } from './month-bars.js';

const props: MonthBarsProps = {
  id: 'hire',
  finding: '7 月起多招一名普通残疾职工，少缴 16,740.00 元',
  caption: '按入职月份比较',
  monthHead: '入职月份',
  series: ['普通残疾职工', '重度残疾职工'],
  months: Array.from({ length: 12 }, (_, index) => ({
    label: `2024 年 ${index + 1} 月`,
    short: `${index + 1}`,
    values: [{ value: String(12 - index), text: `${12 - index}.00 元` }, { value: String(2 * (12 - index)), text: `${2 * (12 - index)}.00 元` }],
  })),
};

const dom = (view: Parameters<typeof render>[0]) => new JSDOM(`<body>${render(view)}</body>`).window.document;

it('stands beside a table with the same numbers, under one finding', () => {
  const document = dom(<MonthBars {...props} />);
  expect(document.querySelector('figcaption')?.textContent).toBe(props.finding);
  expect(document.querySelector('caption')?.textContent).toBe(props.caption);
  const cells = [...document.querySelectorAll('tbody td')].map((cell) => cell.textContent);
  expect(cells).toEqual(props.months.flatMap(({ values }) => values.map(({ text }) => text)));
  const svg = document.querySelector('svg[role=img]');
  expect(document.getElementById(svg?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(props.finding);
});

it('draws a bar for every number, in proportion', () => {
  const bars = [...dom(<MonthBars {...props} />).querySelectorAll('g > rect')].slice(2).map((bar) => Number(bar.getAttribute('height')));
  expect(bars).toHaveLength(24);
  const [, highest] = bars as [number, number];
  props.months.flatMap(({ values }) => values).forEach(({ value }, index) => expect(bars[index]).toBeCloseTo((Number(value) / 24) * highest, 1));
});

it('draws nothing wild from zeroes', () => {
  const months = props.months.map((month) => ({ ...month, values: month.values.map(() => ({ value: '0.00', text: '0.00 元' })) }));
  const heights = [...dom(<MonthBars {...props} months={months} />).querySelectorAll('g > rect')].slice(2).map((bar) => bar.getAttribute('height'));
  expect(new Set(heights)).toEqual(new Set(['0']));
  expect(render(<BarCell part="1" whole="0" />)).toBe('');
  expect(dom(<BarCell part="7" whole="4" />).querySelector('rect')?.getAttribute('width')).toBe('100');
});
