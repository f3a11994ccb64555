/** Waits for a moment, at most so long: those who got into each other's way do not come back together. */
export const pause = (mostMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * mostMs));

/** How long the next pause may be where it grows with each attempt, from 10 ms to 640. */
export const growingMs = (attempt: number): number => 10 * 2 ** Math.min(attempt, 6);
