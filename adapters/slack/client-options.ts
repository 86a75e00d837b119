import type { Logger, webApi } from "@slack/bolt";

const TIMEOUT_MS = 10_000;

/**
 * How Slack's API is called: once, bounded, and no call waits for another's rate limit. By default the client
 * repeats posts after a lost answer and holds its whole queue at a 429. A new object each time, since Socket Mode
 * writes into the one that it gets.
 */
export const callOptions = (apiUrl: string | undefined, logger: Logger): webApi.WebClientOptions => ({
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  logger,
  retryConfig: { retries: 0 },
  timeout: TIMEOUT_MS,
  rejectRateLimitedCalls: true,
});

/** How Socket Mode asks for its next address: patiently, for as long as a network may be away. */
export const socketOptions = (apiUrl: string | undefined, logger: Logger): webApi.WebClientOptions => ({
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  logger,
  retryConfig: { forever: true, factor: 1.3, minTimeout: 1000, maxTimeout: 30_000 },
  timeout: TIMEOUT_MS,
});
