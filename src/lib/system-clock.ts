/** The time of this machine. */
export const systemClock = {
  now: () => new Date(),
  after(ms: number, task: () => void): () => void {
    const timer = setTimeout(task, ms).unref();
    return () => clearTimeout(timer);
  },
};
