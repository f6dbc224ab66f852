/** Calls that one tab may have open at once in a burst, and how many it gets back a second. */
const BURST = 200;
const PER_SECOND = 50;

/**
 * A token bucket for each sender: gives whether this call may pass. `now` is in milliseconds. A page that has taken
 * over its content script's process cannot keep the worker busy with a flood of calls.
 */
export function rateLimit(): (sender: number, now: number) => boolean {
  const buckets = new Map<number, { tokens: number; at: number }>();
  return (sender, now) => {
    const bucket = buckets.get(sender) ?? { tokens: BURST, at: now };
    const tokens = Math.min(BURST, bucket.tokens + ((now - bucket.at) / 1000) * PER_SECOND);
    buckets.set(sender, { tokens: Math.max(0, tokens - 1), at: now });
    return tokens >= 1;
  };
}
