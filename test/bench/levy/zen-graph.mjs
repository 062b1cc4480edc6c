/**
 * The rules that mix M touches (staff, weights, ratio, cap, tiers, exemption, payment) as a decision graph of
 * `@gorules/zen-engine`: one step for each step of the order of computation, weights by a table run for every
 * person-month, relief by a table.
 */
const expressions = (id, pairs) => ({
  id, name: id, type: 'expressionNode',
  content: { expressions: Object.entries(pairs).map(([key, value], index) => ({ id: `${id}-${index}`, key, value })), passThrough: true },
});

const table = (id, inputs, outputs, rows, more) => ({
  id, name: id, type: 'decisionTableNode',
  content: {
    hitPolicy: 'first', passThrough: true, ...more,
    inputs: inputs.map((field) => ({ id: `in-${field}`, name: field, field })),
    outputs: outputs.map((field) => ({ id: `out-${field}`, name: field, field })),
    rules: rows.map(([conditions, results], index) => ({
      _id: `${id}-${index}`,
      ...Object.fromEntries(inputs.map((field, at) => [`in-${field}`, conditions[at] ?? ''])),
      ...Object.fromEntries(outputs.map((field, at) => [`out-${field}`, results[at]])),
    })),
  },
});

const steps = [
  { id: 'case', name: 'case', type: 'inputNode' },
  expressions('staff', {
    staffExact: 'sum(headcount.monthly) / 12',
    staff: 'round($.staffExact, overrides.scales.staff)',
    personMonths: 'flatMap(arranged as entry, map(entry.months as month, {month: month, certificate: entry.certificate, grade: entry.grade}))',
  }),
  table('weights', ['certificate', 'grade'], ['weight'], [
    [['"disability"', '[1..2]'], ['2']],
    [['"disability"', '[3..4]'], ['1']],
    [['"military"', '[1..3]'], ['2']],
    [['"military"', '[4..8]'], ['1']],
    [[], ['0']],
  ], { inputField: 'personMonths', outputPath: 'lines', executionMode: 'loop' }),
  expressions('due', {
    arranged: 'round(sum(map(lines, #.weight)) / 12, 2)',
    required: 'staff * number(overrides.ratio)',
    gap: 'max([0, $.required - $.arranged])',
    averageWage: 'round(number(totalWages) / staff, 2)',
    wageCap: '2 * number(overrides.socialAverageWage)',
    leviedWage: 'min([$.averageWage, $.wageCap])',
    due: 'round($.gap * $.leviedWage, 2)',
    share: '$.arranged / staff',
  }),
  table('relief', ['due', 'employerKind', 'staff', 'share'], ['relief.kind', 'relief.rate'], [
    [['0'], ['"none"', '0']],
    [['', '"enterprise"', '<= 30'], ['"exempt"', '1']],
    [['', '', '', '>= 0.01'], ['"tier"', '0.5']],
    [[], ['"tier"', '0.1']],
  ], {}),
  expressions('sums', {
    reliefAmount: 'round(due * relief.rate, 2)',
    payable: 'max([0, due - $.reliefAmount - number(alreadyPaid)])',
    refundDue: 'max([0, number(alreadyPaid) - (due - $.reliefAmount)])',
  }),
  { id: 'result', name: 'result', type: 'outputNode' },
];

export const zenGraph = {
  nodes: steps.map((step, index) => ({ position: { x: index * 200, y: 0 }, ...step })),
  edges: steps.slice(1).map((step, index) => ({ id: `edge-${index}`, type: 'edge', sourceId: steps[index].id, targetId: step.id })),
};

/** The sums of a zen result under our names, as numbers. */
export const zenSums = ({ staff, required, arranged, gap, averageWage, wageCap, leviedWage, due, relief, reliefAmount, payable, refundDue }) =>
  ({ staff, required, arranged, gap, averageWage, wageCap, leviedWage, due, kind: relief.kind, rate: relief.rate, relief: reliefAmount, payable, refundDue });

/** The same of ours. */
export const ourSums = (result) => ({
  staff: Number(result.staff), required: Number(result.required), arranged: Number(result.arranged), gap: Number(result.gap), averageWage: Number(result.averageWage),
  wageCap: Number(result.wageCap), leviedWage: Number(result.leviedWage), due: Number(result.due), kind: result.relief.kind, rate: Number(result.relief.rate),
  relief: Number(result.relief.amount), payable: Number(result.payable), refundDue: Number(result.refundDue),
});
