import * as z from "zod";
import type { Permission } from "../../shared/access/actor.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { TemplateId } from "./change-fields.ts";
import type { ChangeContext } from "./context.ts";
import { ChangeTemplate } from "./template.ts";

export const templateParams = z.object({ changeTemplateId: TemplateId });

/** An endpoint that takes a template a step on in its life. */
export const templateEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly permission: Permission;
  readonly body: B;
  readonly decide: (
    template: ChangeTemplate,
    body: z.output<B>,
    personId: string,
  ) => Decision<ChangeTemplate>;
}): Endpoint<ChangeContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: declared.route,
    permission: declared.permission,
    params: templateParams,
    body: declared.body,
    reply: ChangeTemplate,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
    handle: ({ params, body, actor, ifMatch }, { templates }: ChangeContext) =>
      templates.update(params.changeTemplateId, ifMatch, (template) =>
        declared.decide(template, body as z.output<B>, actor.id),
      ),
  });
