import * as z from "zod";
import type { Actor } from "../../shared/access/actor.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { mustLead } from "./access.ts";
import type { ChangeContext } from "./context.ts";
import { Meeting, MeetingId } from "./meeting.ts";

export const meetingParams = z.object({ changeMeetingId: MeetingId });

/** What a step of a meeting is decided with besides the meeting and the request. */
type Decide<B, M> = (
  meeting: Meeting,
  body: B,
  on: { readonly actor: Actor; readonly now: string; readonly more: M },
) => Decision<Meeting>;

/** An endpoint by which whoever leads a meeting takes it a step on. */
export const meetingEndpoint = <B extends z.ZodType, M = undefined>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly body: B;
  readonly more?: (meeting: Meeting, context: ChangeContext) => Promise<M>;
  readonly decide: Decide<z.output<B>, M>;
}): Endpoint<ChangeContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: declared.route,
    permission: "change:decide",
    params: meetingParams,
    body: declared.body,
    reply: Meeting,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
    handle: async ({ params, body, actor, ifMatch }, context: ChangeContext) => {
      const { meetings, now } = context;
      const seen = await meetings.get(params.changeMeetingId);
      const more = (await declared.more?.(seen, context)) as M;
      return meetings.update(params.changeMeetingId, ifMatch, (meeting) => {
        mustLead(actor, meeting);
        return declared.decide(meeting, body as z.output<B>, { actor, now: now(), more });
      });
    },
  });
