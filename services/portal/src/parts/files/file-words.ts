import { fileTexts as texts } from "./texts.ts";

const units = ["bytes", "kB", "MB", "GB"] as const;

/** A size as people read it: three digits at most, in steps of a thousand. */
export const sizeText = (bytes: number): string => {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const count = (bytes / 1000 ** step).toLocaleString("en", { maximumSignificantDigits: 3 });
  return texts.bytes(count, units[step] ?? "");
};

/** A file that somebody chose, by the name that it is to have. */
export type ChosenFile = { readonly file: File; readonly name: string };

const digits = (number: number): string => String(number).padStart(2, "0");

/** Browsers call every pasted picture the same; the moment tells them apart. */
export const nameOf = ({ name, type }: Pick<File, "name" | "type">, pastedAt?: Date): string => {
  if (pastedAt === undefined || type !== "image/png" || !/^image\.png$/i.test(name)) return name || "file";
  const day = `${pastedAt.getFullYear()}-${digits(pastedAt.getMonth() + 1)}-${digits(pastedAt.getDate())}`;
  const time = [pastedAt.getHours(), pastedAt.getMinutes(), pastedAt.getSeconds()].map(digits).join("-");
  return texts.screenshot(`${day} ${time}`);
};

export const chosenOf = (files: readonly File[], pastedAt?: Date): readonly ChosenFile[] =>
  files.map((file) => ({ file, name: nameOf(file, pastedAt) }));

/** The type as the API takes it: browsers leave it empty where they know none, and add parameters to some. */
export const typeOf = ({ type }: Pick<File, "type">): string => {
  const [plain = ""] = type.toLowerCase().split(";", 1);
  return /^[a-z0-9_.+-]{1,64}\/[a-z0-9_.+-]{1,127}$/.test(plain.trim())
    ? plain.trim()
    : "application/octet-stream";
};
