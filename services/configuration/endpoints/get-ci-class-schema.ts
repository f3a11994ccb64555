import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { attributeSchema, attributesOf } from "../attributes.ts";
import { Attribute, CiClassId } from "../ci-class.ts";
import type { ConfigurationContext } from "../table.ts";

export const getCiClassSchema = endpoint({
  id: "getCiClassSchema",
  summary: "What a class asks for, inherited attributes included, also as JSON Schema",
  route: "GET /ci-classes/{ciClassId}/schema",
  permission: "configuration:read_all",
  params: z.object({ ciClassId: CiClassId }),
  reply: z.object({
    path: z.array(CiClassId).describe("From the root class down to this one"),
    attributes: z.array(Attribute.extend({ presence: z.string() })),
    identifiers: z.array(z.object({ classId: CiClassId, attributes: z.array(z.string()) })),
    schema: z.record(z.string(), z.unknown()).describe("JSON Schema of the attributes"),
  }),
  refusals: ["not_found"],
  handle: async ({ params }, { classes, model }: ConfigurationContext) => {
    await classes.get(params.ciClassId);
    const chain = await model.chainOf(params.ciClassId);
    return {
      path: chain.map(({ id }) => id),
      attributes: [...attributesOf(chain)],
      identifiers: chain.flatMap(({ id, identifiers }) =>
        identifiers.map((attributes) => ({ classId: id, attributes })),
      ),
      schema: attributeSchema(chain),
    };
  },
});
