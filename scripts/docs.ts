import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kpiPage } from "./docs/kpiPage";

export const KPI_PAGE = join(__dirname, "../docs/kpi.md");

/** `npx tsx scripts/docs.ts`: writes docs/kpi.md anew from the register and the functions' declarations. */
if (require.main === module) writeFileSync(KPI_PAGE, kpiPage());

/** True where the page in the repository is what the code says today. */
export const kpiPageIsCurrent = (): boolean => readFileSync(KPI_PAGE, "utf8") === kpiPage();
