import type { FormReader } from './form-reader.js';

/** Through the whole journey by its buttons, as a person without script goes; ends on the page of answers. */
export async function answerAll(visitor: FormReader): Promise<void> {
  await visitor.open('/levy/region');
  await visitor.send({ q: '张店' });
  await visitor.send({ region: '370303' });
  await visitor.send({ year: '2024' });
  await visitor.send({ kind: 'enterprise' });
  await visitor.send({ 'registered-year': '２０１０', 'registered-month': '5月', 'registered-day': '1' });
  await visitor.send({ how: 'monthly', ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index + 1}`, index < 6 ? '２００' : ' 201 人'])) });
  await visitor.send({ seasonal: 'no' });
  await visitor.send({ how: 'total', totalWages: '２０，０００，０００．００ 元' });
  await visitor.send({ disabled: 'people' });
  await visitor.send({ certificate: 'disability', grade: '1 级', from: '8月', to: '12' });
  await visitor.send({}, '/levy/people');
  await visitor.send({ alreadyPaid: '', ratio: '1.5%', socialAverageWage: '80,000', scale: '0' });
}
