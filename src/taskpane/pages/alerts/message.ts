import { earlyRule } from "../../../kpi/alerts/earlyRules";
import type { Standing } from "../../../kpi/alerts/standing";
import type { Family } from "../../../kpi/definition";
import type { EpochDay } from "../../../sales/calendar";
import { alertName, figures, kpiOf, tierWord, type Wording } from "./words";

export const RECIPIENTS = ["marketing", "contactCentre", "owner"] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** Who is likely to know more about a family of KPIs; else whoever decides. */
const USUAL_RECIPIENTS: Readonly<Partial<Record<Family, Recipient>>> = {
  marketing: "marketing",
  "contact-centre": "contactCentre",
};

export const usualRecipient = ({ kpi }: Pick<Standing, "kpi">): Recipient => {
  const family = kpiOf(kpi)?.family;
  return (family && USUAL_RECIPIENTS[family]) ?? "owner";
};

export interface Message {
  readonly subject: string;
  readonly body: string;
}

export interface MessageFacts {
  readonly alert: Standing;
  readonly dataDate: EpochDay;
  /** Rows of data behind the figure; undefined where it is not known. */
  readonly rowCount: number | undefined;
  readonly decision: string;
}

/** The draft that a person sends or changes: what was found, its figures, what they mean, what is asked. */
export function messageOf({ alert, dataDate, rowCount, decision }: MessageFacts, wording: Wording): Message {
  const { t, formats, language } = wording;
  const name = alertName(alert, wording);
  const tier = tierWord(alert.tier, language);
  const meaning = earlyRule(alert.rule)?.explanation ?? kpiOf(alert.kpi)?.explanation;
  const facts = figures(alert, wording).map(([label, value]) =>
    t("message.figures", { name: label, figure: value }),
  );
  const paragraphs = [
    t("message.greeting"),
    t("message.found", { alert: name, tier, date: formats.day(alert.since) }),
    [...facts, ...(rowCount === undefined ? [] : [t("message.rows", { rows: formats.count(rowCount) })])]
      .map((line) => `- ${line}`)
      .join("\n"),
    meaning ? t("message.meaning", { explanation: meaning[language] }) : "",
    decision ? t("message.figures", { name: t("decision"), figure: decision }) : "",
    t("message.ask"),
    t("message.dataDate", { date: formats.day(dataDate) }),
  ];
  return {
    subject: t("message.subjectLine", { tier, alert: name }),
    body: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n"),
  };
}

/** Longer addresses are cut off by mail programs and by Windows. */
const LONGEST_LINK = 1_800;

/** A `mailto:` link of at most 1,800 characters: a body too long for it ends with an ellipsis. */
export function mailLink(to: string, { subject, body }: Message): string {
  const head = `mailto:${encodeURIComponent(to).replace(/%40/g, "@")}?subject=${encoded(shortened(subject, 200))}&body=`;
  const characters = [...body.replace(/\r?\n/g, "\r\n")];
  if (head.length + encoded(characters.join("")).length <= LONGEST_LINK)
    return head + encoded(characters.join(""));
  let room = LONGEST_LINK - head.length - encoded("…").length;
  const kept: string[] = [];
  for (const character of characters) {
    room -= encoded(character).length;
    if (room < 0) break;
    kept.push(encoded(character));
  }
  return head + kept.join("") + encoded("…");
}

const shortened = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : text;
};

/** A lone half of a character has no encoding: it becomes the sign for what cannot be shown. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));

/** Nothing, or what looks like an address; no line break nor second field can hide in it. */
export const isAddress = (text: string): boolean =>
  text === "" || /^[^\s@,;?&<>"]+@[^\s@,;?&<>"]+$/.test(text);
