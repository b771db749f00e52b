import type { SameKeys } from "./sameKeys";
import type { settingsFr } from "./settings.fr";

/** Texts of the pane's page "Settings", English. */
export const settingsEn: SameKeys<typeof settingsFr> = {
  heading: "Settings",
  company: "Your company",
  companyHint: "Kept in the workbook, sheet “Settings”: they hold for everybody who opens it.",
  fixed: "Fixed by your administrator.",
  range: "A whole number from {{least}} to {{most}}",
  saved: "Saved: the figures follow.",
  machine: "This machine",
  onOpen: "Refresh when the workbook opens",
  atTime: "Refresh at a set time while the workbook is open",
  time: "Time",
  noTime: "A time is written 8:30 or 08:30",
  connectionHint:
    "An automatic refresh needs nobody when the source asks for no password, or when it remembers you. Otherwise Vigie invites you to connect.",
  team: "The automatic refresh of this workbook uses the team account of {{source}}: it shows what that account sees, without asking for the code again.",
  teamForgotten:
    "This workbook was refreshed with the team account of {{source}}, which this machine no longer remembers. Connect once with its code for the automatic refresh to use it.",
  forgetTeam: "Forget the team account",
  name: "Your name",
  nameHint: "A colleague who waits for your refresh to end will read it.",
  keptHere: "These settings stay on this machine: a workbook you circulate never refreshes by itself.",
};
