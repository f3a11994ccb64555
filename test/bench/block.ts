/** One thing to be measured; called again and again. */
export type Work = () => Promise<void>;

/** What a block of calls came to. */
export type Block = { readonly perSecond: number; readonly count: number; readonly times: readonly number[] };

/** Calls `work` for a while with so many callers at once. */
export const runBlock = async (work: Work, callers: number, milliseconds: number): Promise<Block> => {
  const times: number[] = [];
  const started = performance.now();
  const caller = async (): Promise<void> => {
    for (let now = performance.now(); now - started < milliseconds; ) {
      await work();
      const ended = performance.now();
      times.push(ended - now);
      now = ended;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: times.length / seconds, count: times.length, times };
};

/** Calls `work` so many times, by one caller. */
export const repeat = async (work: Work, times: number): Promise<void> => {
  for (let done = 0; done < times; done += 1) await work();
};
