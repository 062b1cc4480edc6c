export function browserScript(entry: string): string;
