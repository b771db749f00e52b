import { dayOf, toExcelSerial } from "../../sales/calendar";
import { success } from "../../sales/failure";
import type { Provenance } from "../../sales/tables";
import { asking, type FunctionDeclaration } from "../declaration";

const MINUTES_A_DAY = 1440;

/** The data date as an Excel serial; format the cell as a date. */
export const maj: FunctionDeclaration = {
  id: "MAJ",
  description: {
    fr: "La date des données : le moment de la dernière actualisation. À mettre au format date.",
    en: "The data date: the moment of the last refresh. Format the cell as a date.",
  },
  parameters: [],
  result: "scalar",
  examples: ["=KPI.MAJ()"],
  ask: () => asking([], (_, { provenance }) => success(dataMoment(provenance))),
};

/**
 * Days since 1900 as Excel counts them. With the time of day, to the minute and in this machine's time zone, when the
 * refresh took place on the data date itself; the bare day when the data is as of another day.
 */
function dataMoment({ dataDate, refreshedAt }: Provenance): number {
  const moment = new Date(refreshedAt);
  const minutes = moment.getHours() * 60 + moment.getMinutes();
  const day = dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
  return toExcelSerial(dataDate) + (day === dataDate ? minutes / MINUTES_A_DAY : 0);
}
