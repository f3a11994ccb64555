/** Bytes that grow. */
export const createBytes = () => {
  let bytes = new Uint8Array(1024);
  let used = 0;
  const reserve = (more: number) => {
    if (used + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, used + more));
    larger.set(bytes.subarray(0, used));
    bytes = larger;
  };
  return {
    length: () => used,
    push: (more: Uint8Array) => {
      reserve(more.length);
      bytes.set(more, used);
      used += more.length;
    },
    /** Seven bits a byte, low ones first; the high bit says that more follow. */
    number: (value: number) => {
      reserve(5);
      let left = value;
      while (left > 127) {
        bytes[used++] = (left & 127) | 128;
        left >>>= 7;
      }
      bytes[used++] = left;
    },
    taken: () => bytes.slice(0, used),
  };
};
