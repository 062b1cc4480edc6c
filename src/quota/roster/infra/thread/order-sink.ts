import { FileLineSink } from '../../app/file-lines.js';
import { FragmentSink } from '../../app/fragments.js';
import { pack } from '../pack.js';
import type { FromThread, ReadingOrder } from './messages.js';

export type Lines = Extract<FromThread, { readonly type: 'fragment' | 'lines' }>;

/** Collects what an order asks for into messages. */
export const sinkFor = ({ gives }: Pick<ReadingOrder, 'gives'>, send: (lines: Lines) => void): FragmentSink | FileLineSink =>
  (gives === 'lines'
    ? new FileLineSink((batch) => send({ type: 'lines', json: JSON.stringify(batch) }))
    : new FragmentSink(({ kind, bytes }) => send({ type: 'fragment', kind, packed: pack(bytes) })));
