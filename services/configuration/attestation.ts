import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { CiId, PersonId } from "./ci.ts";
import { CiClassId } from "./ci-class.ts";

/** A campaign asks those who answer for CIs whether what is known of them is right. Time alone opens and closes it. */
export const campaignLifecycle = defineLifecycle(["opening", "open", "closed", "cancelled"], {
  open: { from: ["opening"], to: "open" },
  close: { from: ["open"], to: "closed" },
  cancel: { from: ["opening", "open"], to: "cancelled" },
});

/** The question about one CI. Whom nobody answered in time lapses, which is an outcome, too. */
export const attestationLifecycle = defineLifecycle(["asked", "confirmed", "disputed", "lapsed"], {
  confirm: { from: ["asked"], to: "confirmed" },
  dispute: { from: ["asked"], to: "disputed" },
  lapse: { from: ["asked"], to: "lapsed" },
});

export const CampaignId = z.string().regex(/^ATC\d{7,12}$/, "A campaign such as ATC0000001");
export const AttestationId = z.string().regex(/^ATT\d{7,12}$/, "A question such as ATT0000001");

export const CampaignFields = z.strictObject({
  name: ShortText,
  classId: CiClassId.describe("CIs of this class and of the classes below it that are not retired"),
  dueAt: z.iso.datetime().describe("By when everybody should have answered"),
  remindDays: z
    .array(z.number().int().min(1).max(90))
    .max(5)
    .default([7, 1])
    .describe("So many days before it is due, who has not answered is reminded"),
});
export type CampaignFields = z.infer<typeof CampaignFields>;

const Outcome = z.object({
  asked: z.number().int().describe("Still without an answer"),
  confirmed: z.number().int(),
  disputed: z.number().int(),
  lapsed: z.number().int(),
});
export type Outcome = z.infer<typeof Outcome>;

export const Campaign = z
  .object({
    id: CampaignId,
    ...recordFields,
    ...CampaignFields.shape,
    remindDays: z.array(z.number().int()),
    state: campaignLifecycle.State,
    outcome: Outcome.optional().describe("Questions by state, when it was closed"),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "AttestationCampaign" });
export type Campaign = z.infer<typeof Campaign> & RecordBase;

/** An administrator who was not asked answers in place of those who were: that is another answer. */
const AnsweredAs = z.enum(["owner", "team", "administrator"]);
export type AnsweredAs = z.infer<typeof AnsweredAs>;

export const Attestation = z
  .object({
    id: AttestationId,
    ...recordFields,
    campaignId: CampaignId,
    ciId: CiId,
    ownerId: PersonId.optional().describe("Who is asked: the CI's owner"),
    teamId: z.string().optional().describe("Or whoever is on the team that looks after it"),
    state: attestationLifecycle.State,
    dueAt: z.iso.datetime(),
    nextAt: z.string().optional().describe("When time alone does something about it next"),
    reminders: z.number().int().describe("How often it was reminded of"),
    answeredBy: z.string().optional(),
    answeredAs: AnsweredAs.optional(),
    comment: z.string().optional().describe("What is wrong with what is known"),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "CiAttestation" });
export type Attestation = z.infer<typeof Attestation> & RecordBase;
