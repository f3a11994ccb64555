import { deflateSync } from "node:zlib";

type Colour = readonly [red: number, green: number, blue: number];
/** A filled box; later ones lie over earlier ones. */
type Box = {
  readonly at: readonly [x: number, y: number, width: number, height: number];
  readonly colour: Colour;
};

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
};

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([number(content.length), named, number(crcOf(named))]);
};

/** A picture of boxes as PNG (ISO/IEC 15948), eight bits for each of red, green and blue. */
export const pictureOf = (width: number, height: number, boxes: readonly Box[]): Buffer => {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (const { at, colour } of boxes) {
    const [left, top, across, down] = at;
    for (let y = top; y < top + down; y += 1)
      for (let x = left; x < left + across; x += 1) rows.set(colour, y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.concat([number(width), number(height), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
