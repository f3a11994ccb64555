import { exportCis } from "../export/export-cis.ts";
import { addImportRows } from "./endpoints/add-import-rows.ts";
import { getCiImport } from "./endpoints/get-ci-import.ts";
import { listCiImportHistory } from "./endpoints/list-ci-import-history.ts";
import { listCiImports } from "./endpoints/list-ci-imports.ts";
import { listImportResults } from "./endpoints/list-import-results.ts";
import { moveCiImport } from "./endpoints/move-ci-import.ts";
import { openCiImport } from "./endpoints/open-ci-import.ts";
import { changeReconciliationRules, getReconciliationRules } from "./endpoints/reconciliation-rules.ts";
import { keptSources } from "./kept-sources.ts";

/** How CIs come in from elsewhere, and go out. */
export const importEndpoints = [
  openCiImport,
  listCiImports,
  getCiImport,
  addImportRows,
  ...moveCiImport,
  listImportResults,
  listCiImportHistory,
  ...keptSources,
  getReconciliationRules,
  changeReconciliationRules,
  exportCis,
];
