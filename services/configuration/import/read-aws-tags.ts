import * as z from "zod";
import { ciRow, type Numbered, type Row, type Unread } from "../import-row.ts";

const Mapping = z.looseObject({
  ResourceARN: z.string(),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
});

/** `arn:partition:service:region:account:resource`, the resource beginning with its type where there are several. */
const partsOf = (arn: string) => {
  const [, , service = "", region = "", account = "", ...rest] = arn.split(":");
  const resource = rest.join(":");
  const type = /^([^/:]+)[/:]/.exec(resource)?.[1] ?? "";
  return { service, region, account, type, id: resource.slice(resource.search(/[/:]/) + 1) };
};

const rowOf = (given: unknown): Row | Unread => {
  const { data, error } = Mapping.safeParse(given);
  if (error) return { kind: "unread", problem: "ResourceARN: Missing" };
  const { ResourceARN: arn, Tags: tags } = data;
  const { service, region, account, type, id } = partsOf(arn);
  const named = tags.find(({ Key, Value }) => Key === "Name" && Value !== "")?.Value;
  const others = tags.filter(({ Key, Value }) => Key !== "Name" && !Key.startsWith("aws:") && Value !== "");
  return ciRow({
    key: arn,
    className: [service, type].filter(Boolean).join(":"),
    values: {
      name: named ?? id,
      arn,
      ...(account && { accountId: account }),
      ...(region && { region }),
      ...(others.length > 0 && { tags: others.map(({ Key, Value }) => `${Key}=${Value}`).toSorted() }),
    },
  });
};

/** Resources by their tags, as `aws resourcegroupstaggingapi get-resources` answers them. */
export const readAwsTags = (document: unknown): readonly Numbered[] => {
  const list = Array.isArray(document)
    ? document
    : ((document as { readonly ResourceTagMappingList?: unknown } | null)?.ResourceTagMappingList ?? []);
  return (Array.isArray(list) ? list : []).map((each, at) => ({ number: at + 1, row: rowOf(each) }));
};
