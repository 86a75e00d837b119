/** Time as everything that waits or expires sees it; tests set it and never sleep. */
export interface Clock {
  now(): Date;
  /** Runs `task` once after `ms`; the returned function calls it off. A pending timer does not keep the process alive. */
  after(ms: number, task: () => void): () => void;
}
