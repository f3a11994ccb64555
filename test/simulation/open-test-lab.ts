import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { assemble } from "../bed/assemble.ts";
import { provide, provisionsVariable } from "../bed/provisions.ts";
import { type Lab, openLab } from "./lab.ts";
import type { Code } from "./machine/code.ts";

/** The product as it is now, with a database of its own, or inside of a test run with the one of that run. */
export const openTestLab = async (
  bundles?: ReadonlyMap<string, Code>,
): Promise<Lab & { readonly close: () => Promise<void> }> => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  if (process.env[provisionsVariable] !== undefined) {
    const [{ endpoint }, { directory }] = [await provide("dynamodb"), await provide("assembly")];
    return { ...(await openLab(directory, endpoint, bundles)), close: async () => undefined };
  }
  const database = await startDynamoDbLocal();
  return { ...(await openLab(await assemble(), database.endpoint, bundles)), close: database.stop };
};
