import { isIPv4, isIPv6 } from "node:net";
import { PatternError } from "./pattern-error.ts";

type Address = { readonly bits: 32 | 128; readonly number: bigint };

const v4Number = (text: string): bigint =>
  text.split(".").reduce((number, part) => (number << 8n) | BigInt(part), 0n);

/** Rewrites a trailing dotted IPv4 part as two hexadecimal groups. */
const withoutDots = (text: string): string => {
  const start = text.lastIndexOf(":") + 1;
  if (!text.includes(".")) return text;
  const number = v4Number(text.slice(start));
  return `${text.slice(0, start)}${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`;
};

const v6Number = (text: string): bigint => {
  const [head = "", tail] = withoutDots(text).split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = new Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].reduce((number, group) => (number << 16n) | BigInt(`0x${group}`), 0n);
};

/** An address as a number, so that every spelling of one address compares equal; undefined for other text. */
export const parseAddress = (text: string): Address | undefined => {
  if (isIPv4(text)) return { bits: 32, number: v4Number(text) };
  if (isIPv6(text) && !text.includes("%")) return { bits: 128, number: v6Number(text) };
  return undefined;
};

/** Tests whether an address lies in a CIDR block; refuses a malformed block. */
export const compileCidr = (block: string): ((text: string) => boolean) => {
  const [base = "", length = "", ...more] = block.split("/");
  if (length === "" || more.length > 0) throw new PatternError("Malformed CIDR, one '/' required");
  const address = parseAddress(base);
  if (address === undefined) throw new PatternError(`Malformed CIDR, ${base} is no IP address`);
  if (!/^\d{1,3}$/.test(length) || Number(length) > address.bits)
    throw new PatternError(`Malformed CIDR, mask bits must be from 0 to ${address.bits}`);
  const shift = BigInt(address.bits - Number(length));
  const network = address.number >> shift;
  return (text) => {
    const other = parseAddress(text);
    return other !== undefined && other.bits === address.bits && other.number >> shift === network;
  };
};
