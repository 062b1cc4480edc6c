/**
 * A matcher for the paths that our controllers use: plain segments, `:name` for one segment, `*name` for the rest.
 * Like the router it takes a path in any case and with a closing slash.
 */
export function routePattern(path: string): RegExp {
  const source = path.split('/').filter((segment) => segment !== '').map((segment) => {
    if (segment.startsWith('*')) return '/.+';
    return '/' + segment.split(/(:\w+)/).map((piece) => (piece.startsWith(':') ? '[^/]+?' : escape(piece))).join('');
  });
  return new RegExp(`^${source.join('')}/?$`, 'i');
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
