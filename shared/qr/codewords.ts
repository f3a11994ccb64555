import { correctionOf } from "./field.ts";

/**
 * How the bytes of a version are dealt out at level M (15 % may be unreadable): correction bytes per block, and
 * blocks as their number and how many bytes of content each takes (ISO/IEC 18004, table 9).
 */
const layouts: readonly {
  readonly correction: number;
  readonly blocks: readonly (readonly [number, number])[];
}[] = [
  { correction: 10, blocks: [[1, 16]] },
  { correction: 16, blocks: [[1, 28]] },
  { correction: 26, blocks: [[1, 44]] },
  { correction: 18, blocks: [[2, 32]] },
  { correction: 24, blocks: [[2, 43]] },
  { correction: 16, blocks: [[4, 27]] },
  { correction: 18, blocks: [[4, 31]] },
  {
    correction: 22,
    blocks: [
      [2, 38],
      [2, 39],
    ],
  },
  {
    correction: 22,
    blocks: [
      [3, 36],
      [2, 37],
    ],
  },
];

const capacityOf = ({ blocks }: (typeof layouts)[number]): number =>
  blocks.reduce((sum, [count, bytes]) => sum + count * bytes, 0);

/** Mode and length take a byte and a half; up to version 9 the length is one byte. */
const overhead = 2;

/** Content as bytes: the mode (0100: bytes), the length, the bytes, an end, and what fills the rest. */
const contentOf = (bytes: Uint8Array, capacity: number): number[] => {
  const bits = [
    0x4,
    bytes.length >> 4,
    bytes.length & 15,
    ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]),
    0,
  ];
  const packed = Array.from(
    { length: bits.length / 2 },
    (_, at) => ((bits[at * 2] ?? 0) << 4) | (bits[at * 2 + 1] ?? 0),
  );
  const fill = Array.from({ length: capacity - packed.length }, (_, at) => (at % 2 === 0 ? 0xec : 0x11));
  return [...packed, ...fill];
};

/** Takes the first of each, then the second of each, and so on. */
const interleaved = (lists: readonly (readonly number[])[]): number[] => {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
};

/** The smallest version (1 to 9) that holds a text, and what its modules say. Throws where none does. */
export const codewordsOf = (
  text: string,
): { readonly version: number; readonly bytes: readonly number[] } => {
  const content = new TextEncoder().encode(text);
  const at = layouts.findIndex((layout) => capacityOf(layout) >= content.length + overhead);
  const layout = layouts[at];
  if (layout === undefined) throw new Error(`${content.length} bytes are too many for a code`);
  const all = contentOf(content, capacityOf(layout));
  const blocks: number[][] = [];
  let begin = 0;
  for (const [count, length] of layout.blocks)
    for (let nth = 0; nth < count; nth++, begin += length) blocks.push(all.slice(begin, begin + length));
  const corrections = blocks.map((block) => correctionOf(block, layout.correction));
  return { version: at + 1, bytes: [...interleaved(blocks), ...interleaved(corrections)] };
};
