// Memory of a process and everything it started, as the kernel tells it. Shared pages count once (PSS), so that the
// database's processes are not counted for the buffers that they share.
import { readdirSync, readFileSync } from 'node:fs';

const statOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, ppid] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return Number(ppid);
  } catch {
    return null;
  }
};

const pss = (pid) => {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
};

export const rss = (pid) => {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
};

export const measurable = () => pss(process.pid) > 0;

/** The processes named and all that came from them. */
export function treeOf(roots) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(name);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [];
  const open = [...roots];
  while (open.length > 0) {
    const pid = open.pop();
    if (found.includes(pid)) continue;
    found.push(pid);
    open.push(...(children.get(pid) ?? []));
  }
  return found;
}

/** Watches a tree until `stop`; @returns its highest memory, all together and that of the first process alone */
export function watchTree(roots) {
  let peak = 0;
  let peakFirst = 0;
  const look = () => {
    peak = Math.max(peak, treeOf(roots).reduce((sum, pid) => sum + pss(pid), 0));
    peakFirst = Math.max(peakFirst, rss(roots[0]));
  };
  look();
  const timer = setInterval(look, 40);
  return { stop: () => { clearInterval(timer); look(); return { peak, peakFirst }; }, now: () => ({ peak, peakFirst }) };
}
