/** An instant in China's time, to the minute: `2026-11-21 23:05`. The same digits in both languages are read out well. */
export function instantText(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(instant);
}
