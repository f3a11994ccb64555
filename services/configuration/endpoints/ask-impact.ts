import { endpoint } from "../../../shared/http/endpoint.ts";
import { byId } from "../by-id.ts";
import { answerOf, walkAsked } from "../impact/answer.ts";
import { ImpactAnswer, ImpactAsk } from "../impact/ask.ts";
import type { ConfigurationContext } from "../table.ts";

export const askImpact = endpoint({
  id: "askImpact",
  summary: "What if these CIs fail at once: what suffers, which services, by which paths; or what they need",
  route: "POST /ci-impact",
  permission: "configuration:read_all",
  body: ImpactAsk,
  reply: ImpactAnswer,
  safe: true,
  refusals: [],
  handle: async ({ body, actor, deadline }, context: ConfigurationContext) => {
    const seen = byId(await context.cis.some(body.ciIds));
    const isHidden = (id: string) => !seen.has(id);
    // A CI that the caller must not see is as one that is not there, also as the place to begin.
    const asked = { ...body, ciIds: body.ciIds.filter((id) => !isHidden(id)) };
    const walked = await walkAsked(asked, context, deadline);
    const unknownIds = [...new Set([...body.ciIds.filter(isHidden), ...walked.unknownIds])];
    return answerOf({ ...walked, unknownIds }, body, actor, context.now());
  },
});
