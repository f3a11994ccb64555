import * as z from "zod";
import type { Counted } from "../../shared/dynamo/measure-reads.ts";
import type { AnyFact } from "./kinds/all-kinds.ts";

/** A record behind a figure: what lists show of it. The record itself is read from the service that owns it. */
export const CountedRecord = z
  .object({
    id: z
      .string()
      .describe("Unique in the list: the record's number and, where it counts several times, what"),
    kind: z.string().describe("incident, problem, change ..."),
    recordId: z.string().describe("Number of the record"),
    at: z.iso.datetime().describe("When it counted: when it was opened, resolved ..."),
    title: z.string().optional(),
    state: z.string().optional(),
    priority: z.string().optional(),
    type: z.string().optional().describe("Of a change"),
    risk: z.string().optional(),
    category: z.string().optional(),
    serviceId: z.string().optional(),
    teamId: z.string().optional(),
    assigneeId: z.string().optional(),
    openedAt: z.string().optional(),
    agreementId: z.string().optional().describe("Whose promise was kept or broken"),
    metric: z.string().optional(),
    articleId: z.string().optional(),
    requestId: z.string().optional().describe("The request that an item belongs to"),
    aboutKind: z.string().optional().describe("What a survey asked about: incident, request"),
    aboutId: z.string().optional().describe("Number of what a survey asked about"),
    helpedWith: z.string().optional().describe("The record that an article helped with"),
  })
  .meta({ id: "CountedRecord" });
export type CountedRecord = z.infer<typeof CountedRecord>;

const plain = [
  "title",
  "state",
  "type",
  "risk",
  "category",
  "serviceId",
  "teamId",
  "assigneeId",
  "requestId",
  "articleId",
  "openedAt",
  "priority",
] as const;

/** A record behind a figure, from what reporting knows of it. */
export const countedRecord = (kind: string, counted: Counted, { known }: AnyFact): CountedRecord => {
  const facts = known as Readonly<Record<string, unknown>>;
  const [agreementId, metric] = counted.name?.split(" ", 2) ?? [];
  const published = facts.published as Readonly<Record<string, unknown>> | undefined;
  const about = facts.about as { readonly kind: string; readonly id: string } | undefined;
  const text = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
  return {
    id: counted.name === undefined ? counted.id : `${counted.id} ${counted.name}`,
    kind,
    recordId: counted.id,
    at: counted.at,
    ...Object.fromEntries(plain.map((name) => [name, text(facts[name] ?? published?.[name])])),
    helpedWith: text(facts.recordId),
    ...(about === undefined ? {} : { aboutKind: about.kind, aboutId: about.id }),
    ...(agreementId === undefined ? {} : { agreementId, metric }),
  };
};
