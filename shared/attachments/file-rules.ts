import * as z from "zod";
import { endingOf } from "./file-name.ts";

/**
 * What a double click runs, on any of the usual systems, and what their shells and installers take: nobody needs
 * them to show what is wrong, and who does can pack them.
 */
const runnable =
  "app appref-ms bat chm cmd com cpl dll dmg exe gadget hta inf ins iso jar js jse lnk msc msi msix msp pif pkg ps1 psm1 reg scf scr sct sh url vb vbe vbs wsc wsf wsh xll".split(
    " ",
  );

/** Which files an installation takes, for all records. */
export const FileRules = z.strictObject({
  mostMegabytes: z.number().positive().max(1000).default(25).describe("Of one file, in 1,000,000 bytes"),
  mostPerRecord: z.int().min(1).max(50).default(30),
  refusedEndings: z.array(z.string().regex(/^[a-z0-9-]{1,16}$/)).default(runnable),
  refusedTypes: z.array(z.string()).default(["application/x-msdownload", "application/x-sh"]),
  /** Types that are taken and no others, `image/*` for all of a kind; empty: all that are not refused. */
  allowedTypes: z.array(z.string()).default([]),
  /** Nothing is handed out before a scanner has called it clean (Amazon GuardDuty Malware Protection for S3). */
  scan: z.boolean().default(false),
});
export type FileRules = z.infer<typeof FileRules>;

const megabyte = 1_000_000;

const isOf = (type: string, pattern: string): boolean =>
  pattern.endsWith("/*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

/** Why a file is not taken, bound to the field that is at fault; undefined where it is. */
export const refusedBy = (
  rules: FileRules,
  { name, size, type }: { readonly name: string; readonly size: number; readonly type: string },
): { readonly path: string; readonly message: string } | undefined => {
  const ending = endingOf(name);
  if (size > rules.mostMegabytes * megabyte)
    return { path: "body.size", message: `At most ${rules.mostMegabytes} MB` };
  if (rules.refusedEndings.includes(ending))
    return { path: "body.name", message: `Files that end in .${ending} are not taken` };
  const isAllowed =
    rules.allowedTypes.length === 0 || rules.allowedTypes.some((pattern) => isOf(type, pattern));
  if (rules.refusedTypes.some((pattern) => isOf(type, pattern)) || !isAllowed)
    return { path: "body.type", message: `Files of type ${type} are not taken` };
  return undefined;
};

/** Pictures that browsers show and that run nothing: what may be shown within a page. */
const pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/** What browsers may be told a file is: none of them runs in the name of the address it comes from. */
const harmless = [...pictures, "application/pdf", "application/zip", "text/plain", "text/csv"];

export const isPicture = (type: string): boolean => pictures.includes(type);

/** The type that a file is handed out as: whatever could run in a browser is just bytes. */
export const servedType = (type: string): string =>
  harmless.includes(type) || /^application\/(vnd\.(openxmlformats|oasis)[a-z.-]*|msword)$/.test(type)
    ? type
    : "application/octet-stream";
