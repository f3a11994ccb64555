/** Arithmetic of the field of 256 elements that QR codes correct errors in (ISO/IEC 18004, modulo x^8+x^4+x^3+x^2+1). */
const powers = new Uint8Array(255);
const logarithms = new Uint8Array(256);
for (let at = 0, value = 1; at < 255; at++) {
  powers[at] = value;
  logarithms[value] = at;
  value = value << 1 > 255 ? (value << 1) ^ 0x11d : value << 1;
}

const product = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (powers[((logarithms[a] ?? 0) + (logarithms[b] ?? 0)) % 255] ?? 0);

/** The divisor whose remainder is so many bytes long, without its leading 1. */
const divisorOf = (length: number): number[] => {
  let divisor = [1];
  for (let root = 0; root < length; root++) {
    const by = powers[root] ?? 0;
    const next = [...divisor, 0];
    for (const [at, value] of divisor.entries()) next[at + 1] = (next[at + 1] ?? 0) ^ product(value, by);
    divisor = next;
  }
  return divisor.slice(1);
};

/** The bytes that are appended to others, by which so many wrong ones are found and corrected (Reed-Solomon). */
export const correctionOf = (bytes: readonly number[], length: number): number[] => {
  const divisor = divisorOf(length);
  const rest = Array.from({ length }, () => 0);
  for (const byte of bytes) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [at, value] of divisor.entries()) rest[at] = (rest[at] ?? 0) ^ product(value, factor);
  }
  return rest;
};
