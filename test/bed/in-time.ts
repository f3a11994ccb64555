type Told = { readonly status: number; readonly headers: Headers };

/** The HTTP API takes so many requests a second, and says so in its own words; a good client waits and asks again. */
export const inTime = async <T extends Told>(ask: () => Promise<T>): Promise<T> => {
  for (;;) {
    const answer = await ask();
    const isTurnedAway =
      answer.status === 429 && answer.headers.get("content-type") !== "application/problem+json";
    if (!isTurnedAway) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
