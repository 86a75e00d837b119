/** How long, how often and how much is fetched. */
export interface Limits {
  /** A whole try, from the request to the last byte. */
  wholeMs: number;
  /** From one piece of an answer to the next. */
  silenceMs: number;
  redirects: number;
  tries: number;
  /** Before the second try; doubled before each further one, and varied by up to a half. */
  backOffMs: number;
  /** A server that asks for a longer pause is not waited for. */
  longestPauseMs: number;
}

export const LIMITS: Limits = {
  wholeMs: 60_000,
  silenceMs: 15_000,
  redirects: 5,
  tries: 3,
  backOffMs: 1_000,
  longestPauseMs: 60_000,
};
