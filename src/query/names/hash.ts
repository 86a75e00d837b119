/**
 * A 46-bit figure of a word. The figures of a set of words are added up, so that their order does not
 * count; a sum of a hundred of them is still an exact integer.
 */
export function hashOf(word: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 15);
  }
  high = Math.imul(high ^ (high >>> 13) ^ low, 0xc2b2ae35);
  return (high >>> 14) * 0x10000000 + (low >>> 4);
}
