const width = 30;
const timeLeft = (seconds: number): string =>
  seconds >= 90 ? `${Math.round(seconds / 60)} min` : `${Math.ceil(seconds)} s`;

/** One line on a terminal that is written over; where output is kept, a line per tenth. */
export const progressBar = (
  stream: NodeJS.WriteStream,
): ((done: number, all: number, at: number) => void) => {
  const started = performance.now();
  let drawn = 0;
  let tenth = 0;
  return (done, all, at) => {
    const now = performance.now();
    const share = done / all;
    const isDue = stream.isTTY ? now - drawn > 200 || done === all : Math.floor(share * 10) > tenth;
    if (!isDue) return;
    drawn = now;
    tenth = Math.floor(share * 10);
    const bar = "#".repeat(Math.round(share * width)).padEnd(width, ".");
    const left = timeLeft(((now - started) / 1000 / share) * (1 - share));
    const text = `[${bar}] ${done}/${all} rows, ${new Date(at).toISOString().slice(0, 16)}, ${left} left`;
    stream.write(stream.isTTY ? `\r${text}  ${done === all ? "\n" : ""}` : `${text}\n`);
  };
};
