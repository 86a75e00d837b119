/** What a map holds for a key, made when first asked for; the oldest goes when there are too many. */
export function remember<K, V>(kept: Map<K, V>, key: K, most: number, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return made;
}
