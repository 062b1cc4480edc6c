import type { VNode } from 'preact';
import { encode } from 'uqr';

/** Modules around the code that a camera needs to find it (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code as one path, drawn by the server: nothing of the key goes to anybody else. Black on white in every display
 * mode, for cameras. Its words stand beside it; `label` names the picture.
 */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="zj-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width="240" height="240" xmlns="http://www.w3.org/2000/svg" shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
