/** A number as it was typed, in digits or words. `end` is the index after its last token. */
export interface NumberHit {
  end: number;
  n: number;
  big: boolean;
  step?: number;
  weak?: boolean;
  ordinal?: boolean;
  bare?: boolean;
}
