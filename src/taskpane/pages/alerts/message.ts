import { earlyRule, type Family, faceOf, KPIS, type Standing } from "../../../kpi";
import type { EpochDay } from "../../../sales/calendar";
import { oneLine } from "../../../sales/fold";
import { alertName, figures, tierWord, type Wording } from "./words";

export const RECIPIENTS = ["marketing", "contactCentre", "owner"] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** The recipient who is likely to know more about a family of KPIs; else the one who decides. */
const USUAL_RECIPIENTS: Readonly<Partial<Record<Family, Recipient>>> = {
  marketing: "marketing",
  "contact-centre": "contactCentre",
};

export const usualRecipient = ({ kpi }: Pick<Standing, "kpi">): Recipient => {
  const family = KPIS.get(kpi)?.family;
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

/** The draft that a person sends or changes: the finding, its figures, their meaning, the request. */
export function messageOf({ alert, dataDate, rowCount, decision }: MessageFacts, wording: Wording): Message {
  const { t, formats, language } = wording;
  const name = alertName(alert, wording);
  const tier = tierWord(alert.tier, language);
  const rule = earlyRule(alert.rule);
  const meaning = rule ? rule.explanation(rule) : faceOf(alert)?.explanation;
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
/** Of them for the subject, so that the body always has room. */
const LONGEST_SUBJECT = 500;
const ELLIPSIS = encodeURIComponent("…");

/** A `mailto:` link of at most 1,800 characters: a subject or body too long for it ends with an ellipsis. */
export function mailLink(to: string, { subject, body }: Message): string {
  const head = `mailto:${encodeURIComponent(to).replace(/%40/g, "@")}?subject=${fitted(oneLine(subject), LONGEST_SUBJECT)}&body=`;
  return head + fitted(body.replace(/\r?\n/g, "\r\n"), LONGEST_LINK - head.length);
}

/** Encodes a text within so many characters; a longer one is cut between two of its characters. */
function fitted(text: string, room: number): string {
  const pieces = Array.from(text, encoded);
  const whole = pieces.join("");
  if (whole.length <= room) return whole;
  let left = room - ELLIPSIS.length;
  const end = pieces.findIndex((piece) => {
    left -= piece.length;
    return left < 0;
  });
  return pieces.slice(0, end).join("") + ELLIPSIS;
}

/** Replaces lone surrogates by U+FFFD: they have no encoding. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));

/** Nothing, or what looks like an address; no line break nor second field can hide in it. */
export const isAddress = (text: string): boolean =>
  text === "" || /^[^\s@,;?&<>"]+@[^\s@,;?&<>"]+$/.test(text);
