// Loaded before the service: its clock goes on from this day, so that pages that name a day or offer years read the same in
// every run. The service reads time from `Date` in one place only (src/kernel/clock.ts).
const FROM = Date.parse('2026-11-16T02:00:00Z');
const shift = FROM - Date.now();
const SystemDate = Date;

globalThis.Date = class Date extends SystemDate {
  constructor(...args) {
    if (args.length === 0) super(SystemDate.now() + shift);
    else super(...args);
  }

  static now() {
    return SystemDate.now() + shift;
  }
};
