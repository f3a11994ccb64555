import * as z from "zod";
import { PolicyStep } from "../../shared/approvals/policy.ts";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { Condition, FormDefinition, Key, Scalar } from "../../shared/forms/form.ts";
import { Audience } from "./audience.ts";
import { StepPlan } from "./fulfilment.ts";
import { CatalogItemId, CategoryId, PersonId, ServiceId, TeamId } from "./ids.ts";
import { Money, Recurring } from "./money.ts";

/** What is offered is one edition; while another is written it stays offered, until the item is retired. */
export const catalogItemLifecycle = defineLifecycle(["draft", "published", "retired"], {
  publish: { from: ["draft"], to: "published" },
  redraft: { from: ["published"], to: "draft" },
  retire: { from: ["draft", "published"], to: "retired" },
  restore: { from: ["retired"], to: "draft" },
});

/** When a rule of an order applies: by its answers, by what it costs in all, or by both. */
const When = z
  .strictObject({
    answers: Condition.optional(),
    costAtLeast: z
      .number()
      .int()
      .min(0)
      .max(1e12)
      .optional()
      .describe(
        "In the minor unit: what is paid once, and in the first year, for all of this item in the order and for the parts that its approval covers",
      ),
    costAtMost: z.number().int().min(0).max(1e12).optional(),
  })
  .describe("Always, unless given");
export type When = z.infer<typeof When>;

/** A step of approval, and which orders need it. */
export const ApprovalRule = PolicyStep.safeExtend({ when: When.optional() });
export type ApprovalRule = z.infer<typeof ApprovalRule>;

const AutoApproval = z.strictObject({ reason: ShortText, when: When.optional() });

/** An answer of a part: said once for all, or taken from the answers to the bundle's own form. */
const PartAnswer = z
  .strictObject({
    field: Key,
    value: z.union([Scalar, z.array(z.string().max(200)).max(20)]).optional(),
    from: Key.optional(),
  })
  .refine(({ value, from }) => (value === undefined) !== (from === undefined), "Either `value` or `from`");

const BundlePart = z.strictObject({
  key: Key,
  catalogItemId: CatalogItemId,
  quantity: z.number().int().min(1).max(100).default(1),
  answers: z.array(PartAnswer).max(30).default([]),
  after: z.array(Key).max(11).default([]).describe("Parts before it that are done before it is begun"),
  when: Condition.optional().describe("Part of it only for these answers"),
  approval: z
    .enum(["bundle", "own"])
    .default("bundle")
    .describe("Covered by the bundle's approval, or approved by its own rules as well"),
});
export type BundlePart = z.infer<typeof BundlePart>;

/** Each is found by the items that name them, so that one transaction writes an item. */
const mostNamed = 20;

/** Who approves by name, each once. */
export const approversByName = (approvals: readonly ApprovalRule[]): string[] => [
  ...new Set(
    approvals.flatMap(({ approvers }) =>
      approvers.flatMap((each) => (each.kind === "person" ? each.id : [])),
    ),
  ),
];

/** What people say of a catalog item; what an edition keeps. */
export const ItemFields = z
  .strictObject({
    name: ShortText,
    summary: ShortText,
    description: z.string().trim().min(1).max(4000).optional(),
    categoryId: CategoryId,
    icon: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, "A name such as `laptop`")
      .optional(),
    keywords: z.array(ShortText).max(20).default([]),
    ownerId: PersonId.optional().describe("Who answers for it; approvers of kind `owner` of `item`"),
    teamId: TeamId.optional().describe("Who fulfils it, where a step names nobody"),
    serviceId: ServiceId.optional().describe("Business service that it belongs to"),
    audience: Audience.default({ teamIds: [], personIds: [], notTeamIds: [] }),
    price: Money.optional().describe("For one; choices may add to it"),
    recurring: Recurring.optional().describe("What one costs again and again"),
    deliveryDays: z
      .number()
      .int()
      .min(0)
      .max(365)
      .optional()
      .describe("In how many working days it is usually there"),
    mostQuantity: z.number().int().min(1).max(100).default(1),
    form: FormDefinition.default({ sections: [] }),
    articles: z
      .strictObject({ ids: z.array(ForeignId).max(10).default([]), query: ShortText.optional() })
      .optional()
      .describe("What may answer the need before it is ordered: articles, and words to ask knowledge for"),
    approvals: z.array(ApprovalRule).max(8).default([]),
    autoApprove: z.array(AutoApproval).max(8).default([]).describe("Any that applies: nobody is asked"),
    standing: z
      .enum(["asset", "software", "access", "other"])
      .optional()
      .describe("What somebody holds once they have got it, until it is given back"),
    fulfilment: z.array(StepPlan).max(15).default([]),
    bundle: z.array(BundlePart).min(1).max(12).optional().describe("Items that are ordered with it"),
  })
  .refine(fitsBytes(90_000), "At most 90 kB in all")
  .refine(({ approvals }) => approversByName(approvals).length <= mostNamed, {
    path: ["approvals"],
    error: `At most ${mostNamed} people by name: name a team or a role`,
  });
export type ItemFields = z.infer<typeof ItemFields>;

/** What of an edition lists show and audiences ask. */
const Offer = z.object({
  edition: z.number().int(),
  name: z.string(),
  summary: z.string(),
  categoryId: z.string(),
  icon: z.string().optional(),
  keywords: z.array(z.string()),
  ownerId: z.string().optional(),
  audience: Audience,
  price: Money.optional(),
  recurring: Recurring.optional(),
  deliveryDays: z.number().optional(),
  mostQuantity: z.number(),
  isBundle: z.boolean(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
});
export type Offer = z.infer<typeof Offer>;

export const CatalogItem = z.object({
  id: CatalogItemId,
  ...recordFields,
  ...ItemFields.shape,
  state: catalogItemLifecycle.State,
  edition: z.number().int().describe("The last one that was published; 0 before the first"),
  isBundle: z.boolean(),
  offer: Offer.optional().describe("The edition that is offered, while there is one"),
  offeredApproverIds: z.array(PersonId).optional().describe("Who approves what is offered, by name"),
  writtenBy: PersonId.optional(),
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
});
export type CatalogItem = z.infer<typeof CatalogItem> & RecordBase;

/** As the API shows it: how it is approved and fulfilled, and who may have it, is for those who manage it. */
export const SeenCatalogItem = CatalogItem.partial({
  audience: true,
  approvals: true,
  autoApprove: true,
  fulfilment: true,
})
  .extend({ offer: Offer.partial({ audience: true, publishedBy: true }).optional() })
  .meta({ id: "CatalogItem" });

export const ListedCatalogItem = SeenCatalogItem.omit({
  description: true,
  form: true,
  articles: true,
  approvals: true,
  autoApprove: true,
  fulfilment: true,
  bundle: true,
  offer: true,
}).meta({ id: "ListedCatalogItem" });

/** The name under which an edition lies beside its item. */
export const editionName = (edition: number): string => `edition-${edition}`;
