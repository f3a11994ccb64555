import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { CiClass } from "../ci-class.ts";
import { seededClasses } from "../seeds/classes.ts";
import { type ConfigurationContext, paths } from "../table.ts";
import { allOf } from "../whole-model.ts";

const ClassInTree = CiClass.pick({ id: true, name: true, parentId: true, abstract: true, state: true })
  .extend({ version: z.number().int() })
  .meta({ id: "CiClassInTree" });

export const listCiClasses = endpoint({
  id: "listCiClasses",
  summary: "The tree of classes, retired ones included",
  route: "GET /ci-classes",
  permission: "configuration:read_all",
  reply: z.object({
    classes: z.array(ClassInTree).describe("By id"),
    truncated: z.boolean().optional().describe("There are more than are told here"),
  }),
  refusals: [],
  handle: async (_request, { classes }: ConfigurationContext) => {
    const { all, truncated } = await allOf(classes, paths.ciClass, seededClasses);
    return {
      classes: all.map(({ id, name, parentId, abstract, state, version }) => ({
        id,
        name,
        parentId,
        abstract,
        state,
        version,
      })),
      truncated,
    };
  },
});
