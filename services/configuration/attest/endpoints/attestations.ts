import * as z from "zod";
import { Refusal } from "../../../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../../../shared/dynamo/page.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { Attestation, AttestationId } from "../../attestation.ts";
import { answerAttestation } from "../../decisions/attestation.ts";
import type { ConfigurationContext } from "../../table.ts";
import { attestationPartition } from "../table.ts";

const permission = "configuration:attest" as const;
const params = z.object({ attestationId: AttestationId });

const listCiAttestations = endpoint({
  id: "listCiAttestations",
  summary: "Questions that wait for an answer of the caller, or of a team of theirs, by when they are due",
  route: "GET /ci-attestations",
  permission,
  query: z.strictObject({
    teamId: z
      .string()
      .min(1)
      .max(128)
      .optional()
      .describe("Of this team of the caller's, instead of their own"),
    ...pageQuery,
  }),
  reply: pageOf(Attestation),
  refusals: ["invalid_cursor"],
  handle: ({ query: { teamId, ...page }, actor }, { attestations }: ConfigurationContext) => {
    if (teamId !== undefined && !actor.teams.includes(teamId))
      throw new Refusal("forbidden", "Ask for a team of your own");
    const partition =
      teamId === undefined ? attestationPartition.person(actor.id) : attestationPartition.team(teamId);
    return attestations.list({ index: "attestations", partition, edges: true }, page);
  },
});

const getCiAttestation = endpoint({
  id: "getCiAttestation",
  summary: "Read a question about a CI",
  route: "GET /ci-attestations/{attestationId}",
  permission,
  params,
  reply: Attestation,
  refusals: ["not_found"],
  handle: ({ params: { attestationId } }, { attestations }: ConfigurationContext) =>
    attestations.get(attestationId),
});

const answering = <B extends z.ZodType>(action: "confirm" | "dispute", summary: string, body: B) =>
  endpoint({
    id: `${action}Ci`,
    summary,
    route: `POST /ci-attestations/{attestationId}/${action}`,
    permission,
    params,
    body,
    reply: Attestation,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: (
      { params: { attestationId }, body: given, actor, ifMatch },
      { attestations }: ConfigurationContext,
    ) =>
      attestations.update(attestationId, ifMatch, (each) =>
        answerAttestation(each, action, actor, (given as { readonly comment?: string }).comment),
      ),
  });

const Comment = z.string().trim().min(1).max(2000);

/** What those do who answer for CIs. */
export const attestationEndpoints = [
  listCiAttestations,
  getCiAttestation,
  answering("confirm", "What is known of the CI is right", z.strictObject({})),
  answering("dispute", "Something is not right: the comment says what", z.strictObject({ comment: Comment })),
];
