/** `npm run search-bench`: size, loading and answering of an index of 1,000, 10,000 and 50,000 documents made of real tickets. */
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { indexOf } from "../../../shared/search/index-of.ts";
import { mergeSegments } from "../../../shared/search/merge-segments.ts";
import { type Question, search } from "../../../shared/search/search.ts";
import { buildSegment } from "../../../shared/search/segment.ts";
import { loadSegment, storeSegment } from "../../../shared/search/stored-segment.ts";

const file = "../shared/data/tickets/helpdesk-tickets.csv.gz";
const rounds = 300;
const tickets = gunzipSync(readFileSync(file))
  .toString("utf8")
  .split("\n")
  .slice(1)
  .filter((line) => line.length > 20);
const ticket = (at: number): string => tickets[at % tickets.length] ?? "";
const wordsOf = (at: number): readonly string[] =>
  ticket(at)
    .split(/\W+/)
    .filter((word) => word.length > 3);

const documentAt = (at: number) => ({
  id: `KB${at}`,
  title: ticket(at * 7).slice(0, 60),
  body: `${ticket(at)} ${ticket(at * 31 + 5)} host-${at}.example.com err${at * 7}`,
  tags: ["audience:everyone", `category:c${at % 12}`],
});

const everyone = ["audience:everyone"];
const one = (text: string, more: Partial<Question> = {}): readonly Question[] => [
  { text, filter: [everyone], facets: ["category"], limit: 20, ...more },
];
/** What people ask: a few words, the last of them begun, one with a letter too many, a whole ticket, what suggestions ask at once. */
const questions: Readonly<Record<string, (at: number) => readonly Question[]>> = {
  words: (at) => one(wordsOf(at).slice(0, 3).join(" ")),
  typing: (at) => one(wordsOf(at).slice(0, 3).join(" ").slice(0, -2), { isTyping: true }),
  misspelt: (at) => one((wordsOf(at)[0] ?? "mail").replace(/^(...)/, "$1x")),
  ticket: (at) => one(wordsOf(at).slice(0, 40).join(" ")),
  suggestions: (at) =>
    [0, 1, 2].map((kind) => ({
      text: wordsOf(at).slice(0, 40).join(" "),
      filter: [everyone, [`category:c${kind}`]],
      limit: 5,
    })),
};

const timed = <T>(work: () => T) => {
  const [cpu, begun] = [process.cpuUsage(), performance.now()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, ms: performance.now() - begun, cpuMs: (user + system) / 1000 };
};
const at95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
const rounded = (number: number): number => Math.round(number * 10) / 10;

/** As the service writes them: small segments, merged by their postings. */
const pieces = (size: number, of: number) =>
  Array.from({ length: Math.ceil(size / of) }, (_, piece) =>
    buildSegment(
      Array.from({ length: Math.min(of, size - piece * of) }, (_, at) => documentAt(piece * of + at)),
    ),
  );
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
/** What is still in use, once everything else has had the time to go. */
const megabytesUsed = async (): Promise<number> => {
  for (let round = 0; round < 3; round++) {
    collect();
    await setTimeout(50);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

/** What is stored of an index of so many documents, and what it cost to make; nothing else of it is kept. */
const stored = (size: number) => {
  const built = timed(() => pieces(size, 1000));
  const merged = timed(() => mergeSegments(built.result));
  return { bytes: storeSegment(merged.result), buildCpuMs: built.cpuMs, mergeCpuMs: merged.cpuMs };
};

for (const size of [1000, 10_000, 50_000]) {
  const { bytes, buildCpuMs, mergeCpuMs } = stored(size);
  const read = Uint8Array.from(bytes);
  // With the bytes that a container reads and then forgets not counted twice.
  const before = (await megabytesUsed()) - read.length / 1e6;
  const loaded = timed(() => indexOf([loadSegment(read)]));
  // What changed a moment ago lies before it, as a container has it.
  const recent = buildSegment(Array.from({ length: 100 }, (_, at) => documentAt(at * 7)));
  const [base] = loaded.result.segments;
  const first = timed(() => indexOf(base ? [recent, base] : []));
  const refreshed = timed(() => indexOf(base ? [recent, base] : []));
  const inMemory = await megabytesUsed();
  const ask = (all: readonly Question[]) =>
    timed(() => all.map((question) => search(refreshed.result, question)));
  const p95 = Object.entries(questions).map(([name, of]) => {
    const asked = Array.from({ length: rounds }, (_, i) => ask(of(i * 13)));
    return [
      name,
      { ms: rounded(at95(asked.map(({ ms }) => ms))), cpuMs: rounded(at95(asked.map(({ cpuMs }) => cpuMs))) },
    ];
  });
  console.log(
    JSON.stringify({
      documents: size,
      megabytes: rounded(bytes.length / 1e6),
      memoryMegabytes: rounded(inMemory - before),
      buildCpuMs: rounded(buildCpuMs),
      mergeCpuMs: rounded(mergeCpuMs),
      loadCpuMs: rounded(loaded.cpuMs),
      firstChangeCpuMs: rounded(first.cpuMs),
      changeCpuMs: rounded(refreshed.cpuMs),
      p95: Object.fromEntries(p95),
    }),
  );
}
