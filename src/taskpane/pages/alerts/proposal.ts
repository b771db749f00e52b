import { type ActionItem, AXES, type RegisterEntry, type Standing, type Tier } from "../../../kpi";
import type { EpochDay } from "../../../sales/calendar";
import { alertName, tierWord, type Wording } from "./words";

/** Days that are proposed to act, from the data's date on. */
const DAYS_TO_ACT: Readonly<Record<Tier, number>> = { alerte: 7, anticipation: 14, equilibre: 30 };

/** The action that an alert asks for: the register's decision at its tier, and its owner. */
export const proposedAction = (
  alert: Standing,
  entry: RegisterEntry | undefined,
  dataDate: EpochDay,
  wording: Wording,
): Omit<ActionItem, "id"> => ({
  kpi: alert.kpi,
  axis: alert.axis === "" ? "" : AXES[alert.axis].label[wording.language],
  member: alert.member,
  alert: `${tierWord(alert.tier, wording.language)} · ${alertName(alert, wording)}`,
  decision: entry?.decisions[alert.tier] ?? "",
  owner: entry?.user ?? "",
  due: dataDate + DAYS_TO_ACT[alert.tier],
  state: "todo",
  createdOn: dataDate,
  note: "",
});
