import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";

export type Baseline = Schemas["CiBaseline"];
export type BaselineBody = BodyOf<"POST /ci-baselines">;
