/** A square of dark (true) and light modules; what nothing is said of yet is undefined. */
export type Square = (boolean | undefined)[][];

/** Where the middles of alignment patterns are, by version (ISO/IEC 18004, annex E). */
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
];

export const sizeOf = (version: number): number => 17 + 4 * version;

const put = (square: Square, row: number, column: number, dark: boolean): void => {
  const line = square[row];
  if (line !== undefined && column >= 0 && column < square.length) line[column] = dark;
};

/** Rings around a middle: dark where the distance is one of these. */
const rings = (
  square: Square,
  row: number,
  column: number,
  radius: number,
  dark: readonly number[],
): void => {
  for (let down = -radius; down <= radius; down++)
    for (let right = -radius; right <= radius; right++)
      put(square, row + down, column + right, dark.includes(Math.max(Math.abs(down), Math.abs(right))));
};

/** The remainder of a division of polynomials over two elements, behind the value. */
const checked = (value: number, divisor: number, length: number): number => {
  let rest = value;
  for (let step = 0; step < length; step++) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
  return (value << length) | rest;
};

/** Level M and the mask, twice, by which a reader learns how to read the rest. */
export const drawFormat = (square: Square, mask: number): void => {
  const format = checked(mask, 0x537, 10) ^ 0x5412;
  const size = square.length;
  const bit = (at: number): boolean => ((format >>> at) & 1) === 1;
  for (let at = 0; at < 6; at++) put(square, at, 8, bit(at));
  put(square, 7, 8, bit(6));
  put(square, 8, 8, bit(7));
  put(square, 8, 7, bit(8));
  for (let at = 9; at < 15; at++) put(square, 8, 14 - at, bit(at));
  for (let at = 0; at < 8; at++) put(square, 8, size - 1 - at, bit(at));
  for (let at = 8; at < 15; at++) put(square, size - 15 + at, 8, bit(at));
  put(square, size - 8, 8, true);
};

const drawVersion = (square: Square, version: number): void => {
  if (version < 7) return;
  const bits = checked(version, 0x1f25, 12);
  for (let at = 0; at < 18; at++) {
    const [far, near] = [square.length - 11 + (at % 3), Math.floor(at / 3)];
    const dark = ((bits >>> at) & 1) === 1;
    put(square, far, near, dark);
    put(square, near, far, dark);
  }
};

/** What every code of a version has: finders, timing, alignment, and room for format and version. */
export const blank = (version: number): Square => {
  const size = sizeOf(version);
  const square: Square = Array.from({ length: size }, () => Array.from({ length: size }, () => undefined));
  for (let at = 0; at < size; at++) {
    put(square, 6, at, at % 2 === 0);
    put(square, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    rings(square, row, column, 4, [0, 1, 3]);
  const middles = alignments[version - 1] ?? [];
  const [first, last] = [middles[0], middles.at(-1)];
  for (const row of middles)
    for (const column of middles) {
      const isFinder =
        [row, column].every((each) => each === first || each === last) && !(row === last && column === last);
      if (!isFinder) rings(square, row, column, 2, [0, 2]);
    }
  drawFormat(square, 0);
  drawVersion(square, version);
  return square;
};
