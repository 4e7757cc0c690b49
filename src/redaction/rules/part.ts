import type { Group } from '../groups.ts';
import { type Hit, hitOver, type Rule, symbolsOf } from '../hit.ts';
import { isKeyLike, isVariedAsPart } from '../key.ts';
import { isDashed, isFive } from '../shapes.ts';

const isPiece = (group: Group | undefined): group is Group =>
  group !== undefined && !group.glued && group.symbols.length < 5 && isKeyLike(group.symbols);

/** TCPv4 and TCPv6, httpd/httpd: names that look like groups of a key are a symbol apart at most. */
const areNames = (run: readonly Group[]): boolean =>
  run.every((group, at) => {
    const before = run[at - 1]?.symbols ?? group.symbols;
    const different = [...before].filter((symbol, place) => symbol !== group.symbols.charAt(place)).length;
    return different <= (isDashed(group) ? 0 : 1);
  });

const isPart = (run: readonly Group[]): boolean => {
  if (run.length < 2 || !isVariedAsPart(symbolsOf(run)) || areNames(run)) return false;
  return run.length > 2 || (run[1]?.gap ?? '').length <= 2 || run.every(({ symbols }) => /[A-Z]/.test(symbols));
};

/** Two or more neighbouring groups of five key symbols, with what hangs on a dash before and after: part of a key. */
export const part: Rule = (groups) => {
  const hits: Hit[] = [];
  for (let at = 0, end = 0; at < groups.length; at = Math.max(end, at + 1)) {
    end = at;
    for (let group = groups[end]; group && isFive(group) && (end === at || group.gap !== undefined); group = groups[end]) end += 1;
    if (!isPart(groups.slice(at, end))) continue;
    const before = isDashed(groups[at]) && isPiece(groups[at - 1]) ? at - 1 : at;
    const after = isDashed(groups[end]) && isPiece(groups[end]) ? end + 1 : end;
    hits.push(hitOver('part of a key', groups.slice(before, after)));
    end = after;
  }
  return hits;
};
