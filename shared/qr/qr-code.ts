import { codewordsOf } from "./codewords.ts";
import { blank, drawFormat, type Square } from "./modules.ts";

type Mask = (row: number, column: number) => boolean;

/** Patterns that are laid over the content, so that no part of it looks like something else. */
const masks: readonly Mask[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Places in the order in which content fills them: two columns at a time from the right, up and down in turn. */
const places = (square: Square): (readonly [number, number])[] => {
  const size = square.length;
  const found: (readonly [number, number])[] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2, isUp = !isUp) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = isUp ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (square[row]?.[column] === undefined) found.push([row, column]);
    }
  }
  return found;
};

const lines = (square: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] => [
  ...square,
  ...square.map((_, at) => square.map((row) => row[at] === true)),
];

/** A finder, seen along a line with four light modules on one side. */
const finders = ["10111010000", "00001011101"];

/** How hard a code is to read (ISO/IEC 18004, 7.8.3): long runs, blocks, what looks like a finder, imbalance. */
const penaltyOf = (square: readonly (readonly boolean[])[]): number => {
  let sum = 0;
  for (const line of lines(square)) {
    const text = line.map((dark) => (dark ? "1" : "0")).join("");
    for (const run of text.match(/1{5,}|0{5,}/g) ?? []) sum += run.length - 2;
    for (const finder of finders)
      for (let at = text.indexOf(finder); at >= 0; at = text.indexOf(finder, at + 1)) sum += 40;
  }
  for (let row = 1; row < square.length; row++)
    for (let column = 1; column < square.length; column++) {
      const four = [row - 1, row].flatMap((r) => [square[r]?.[column - 1], square[r]?.[column]]);
      if (four.every((dark) => dark === four[0])) sum += 3;
    }
  const dark = square.flat().filter(Boolean).length / square.length ** 2;
  return sum + Math.floor(Math.abs(dark * 100 - 50) / 5) * 10;
};

/** As many bytes (UTF-8) as a code holds that a label printer still prints and a hand scanner reads. */
export const qrBytes = 180;

/** A QR code (ISO/IEC 18004, level M) of a text of up to `qrBytes`: rows of modules, true where dark. */
export const qrModules = (text: string): readonly (readonly boolean[])[] => {
  const { version, bytes } = codewordsOf(text);
  const empty = blank(version);
  const filled = places(empty);
  const bit = (at: number): boolean => (((bytes[at >> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1;
  const candidates = masks.map((mask, number) => {
    const square: Square = empty.map((row) => [...row]);
    for (const [at, [row, column]] of filled.entries()) {
      const line = square[row];
      if (line) line[column] = bit(at) !== mask(row, column);
    }
    drawFormat(square, number);
    return square.map((row) => row.map((dark) => dark === true));
  });
  const [best] = candidates
    .map((square) => ({ square, penalty: penaltyOf(square) }))
    .toSorted((a, b) => a.penalty - b.penalty);
  return best?.square ?? [];
};

/** Light modules around a code, without which readers do not find it. */
const quiet = 4;

/** The same as a picture: SVG without a size of its own, one unit per module, dark on white. */
export const qrSvg = (text: string): string => {
  const modules = qrModules(text);
  const size = modules.length + 2 * quiet;
  const path = modules
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
};
