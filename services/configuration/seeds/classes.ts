import type { CiClass } from "../ci-class.ts";
import { classOf } from "./class-of.ts";
import { cloud } from "./cloud.ts";
import { hardware } from "./hardware.ts";
import { logical } from "./logical.ts";

/** The class that all others are below; what every CI has is said by `CiFields`. */
export const rootClassId = "ci";
/** CIs of this class and those below it are what people know as services. */
export const serviceClassId = "service";

const root = { id: rootClassId, name: "Configuration item", parentId: rootClassId, abstract: true };

/** The standard classes of the field (iTop's and ServiceNow's trees), by id. */
export const seededClasses: ReadonlyMap<string, CiClass> = new Map(
  [root, ...hardware, ...logical, ...cloud].map((seed) => [seed.id, classOf(seed)]),
);
