import { createHash } from "node:crypto";
import * as z from "zod";

const noControl = /^[^\p{Cc}]*$/u;
const text = (most: number) => z.string().trim().min(1).max(most).regex(noControl, "No control characters");

/** As much as one alert may carry; tools whose alerts are larger are cut to it, senders of their own are told. */
export const limits = {
  source: 128,
  resource: 512,
  check: 256,
  summary: 500,
  severity: 64,
  // With the incidents of its past each is a tie, and a change of all of them is one transaction.
  cis: 25,
  links: 10,
  labels: 50,
  labelName: 128,
  labelValue: 512,
} as const;

export const ServiceId = text(128).describe("Id of a business service");
export const CiId = text(128).describe("Id of a configuration item");
const Link = z.strictObject({
  title: text(100).optional(),
  url: z.url({ protocol: /^https?$/ }).max(1000),
});
export type Link = z.infer<typeof Link>;
const Labels = z
  .record(text(limits.labelName), z.string().max(limits.labelValue).regex(noControl, "No control characters"))
  .refine((labels) => Object.keys(labels).length <= limits.labels, `At most ${limits.labels}`);

/** What a monitoring tool says about one check, in no tool's own words. */
export const Signal = z.strictObject({
  source: text(limits.source).describe("The monitoring tool, such as `nagios-eu`"),
  resource: text(limits.resource).describe("What is watched, such as a host or an URL"),
  check: text(limits.check).describe("What is checked about it"),
  state: z.enum(["firing", "recovered"]),
  severity: text(limits.severity)
    .default("unknown")
    .describe("In the tool's words; the settings say what it means"),
  summary: text(limits.summary)
    .optional()
    .describe("What is wrong, in a line; without it, check and resource"),
  serviceId: ServiceId.optional(),
  ciIds: z.array(CiId).max(limits.cis).default([]),
  category: text(200).optional().describe("Category of the incident"),
  occurredAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("Since when it is so, by the tool's clock; now if absent. Older news never overrides newer"),
  links: z.array(Link).max(limits.links).default([]),
  labels: Labels.default({}),
});
type Signal = z.infer<typeof Signal>;

/** A signal with its instant in UTC. */
export type Observation = Signal & { readonly occurredAt: string };

const digits = 24;

/**
 * The id of the one alert of a check on a resource. It is worked out, not drawn: there cannot be two, whoever
 * comes first, and nobody queues for a number in a storm. 24 digits of SHA-256: even a million million alerts
 * have no two alike.
 */
export const alertIdOf = ({
  source,
  resource,
  check,
}: Pick<Signal, "source" | "resource" | "check">): string => {
  const hash = createHash("sha256")
    .update(JSON.stringify([source, resource, check]))
    .digest("hex");
  return `ALT${(BigInt(`0x${hash}`) % 10n ** BigInt(digits)).toString().padStart(digits, "0")}`;
};

/** A text of another system made fit: in one line, without control characters, cut where it is too long. */
export const fitted = (value: unknown, most: number): string => {
  const line = String(value ?? "")
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\uFFFD$/, "")}…`;
};

/** The same for a text that must stay tell-apart-able: what is cut off is replaced by its fingerprint. */
export const fittedKey = (value: string, most: number): string => {
  const line = fitted(value, Number.MAX_SAFE_INTEGER);
  if (line.length <= most) return line;
  const fingerprint = createHash("sha256").update(value).digest("hex").slice(0, 16);
  return `${line
    .slice(0, most - 17)
    .toWellFormed()
    .replaceAll("\uFFFD", "")}#${fingerprint}`;
};
