/** What a dictionary has under a word that comes from data, so that "constructor" finds nothing. */
export function own<T>(dictionary: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(dictionary, word) ? dictionary[word] : undefined;
}
