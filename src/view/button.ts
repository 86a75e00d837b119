/** A button: `value` is the whole target, so that a repeat is harmless and a restart forgets nothing. */
export interface Button {
  /** Stable name of what it does, such as `other_currency` or `choice`; for styling and ids only. */
  code: string;
  label: string;
  /** At most BUTTON_VALUE_LENGTH characters of ASCII; what needs more gets no button. */
  value: string;
}

export const BUTTON_VALUE_LENGTH = 1900;
