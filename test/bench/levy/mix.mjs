/**
 * Mix M: the sample case of the contract with other head-counts, wages, grades and months, from a seed. Every case has
 * twelve head-counts and five person-months, as the sample has.
 */

/** mulberry32: small, fast, the same on every machine. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const sampleCase = Object.freeze({
  id: 'c1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', registeredOn: '2010-05-01',
  headcount: { monthly: [200, 200, 200, 200, 200, 200, 201, 201, 201, 201, 201, 201] },
  totalWages: '20000000.00',
  arranged: [{ certificate: 'disability', grade: 1, months: ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'] }],
  overrides: { socialAverageWage: '80000', ratio: '0.015', scales: { staff: 0 } }, alreadyPaid: '0.00',
});

const two = (number) => String(number).padStart(2, '0');

/** `count` different cases; small and large employers, exempt and not, capped and not, ratio reached and not. */
export function mixM(count, seed = 20_250_901) {
  const random = randomFrom(seed);
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  return Array.from({ length: count }, (_, index) => {
    const staff = random() < 0.2 ? between(12, 31) : between(32, 800);
    const first = between(1, 8);
    const wages = staff * between(40_000, 220_000) + between(0, 99) / 100;
    return {
      ...sampleCase,
      id: `c${index + 1}`,
      headcount: { monthly: Array.from({ length: 12 }, () => staff + between(0, 2)) },
      totalWages: wages.toFixed(2),
      arranged: [{ certificate: 'disability', grade: between(1, 4), months: Array.from({ length: 5 }, (_unused, month) => `2024-${two(first + month)}`) }],
    };
  });
}
