import { fold } from "../../sales/fold";
import { isWorse } from "../alerts/changes";
import { type AlertHistory, sinceLastRefresh } from "../alerts/history";
import { gravity, isAlert, isEarly, type Standing, subjectKey } from "../alerts/standing";
import { byUrgency, gapOf } from "../alerts/urgency";
import type { RegisterEntry } from "../register/entry";
import type { LiesIn } from "./kinship";
import { matterOf } from "./matter";
import type { Story } from "./story";

/** A member is the head in place of the wider one when it makes so much of its gap. */
const MAKES_IT = 0.6;

/** One member of a matter, in all periods and KPIs in which it is an alert. */
interface Node {
  readonly head: Standing;
  readonly alerts: readonly Standing[];
}

export interface StoryOptions {
  readonly entries: readonly RegisterEntry[];
  readonly liesIn: LiesIn;
  /** Tells only what this person of the register decides: "les miennes". */
  readonly decider?: string;
}

/**
 * The open alerts as stories, the most urgent first, then by money at stake: total ← region ← salesperson ← product,
 * month and quarter and year, KPIs that move together. A first refresh takes stock: it tells what is at Alerte, and
 * early signs. KPIs that nobody decides by tell nothing.
 */
export function stories(history: AlertHistory, { entries, liesIn, decider }: StoryOptions): readonly Story[] {
  const byKpi = new Map(entries.map((entry) => [entry.kpi, entry]));
  const decided = history.standings.filter(
    (standing) => isAlert(standing) && (byKpi.get(standing.kpi)?.user ?? "").trim() !== "",
  );
  const nodes = nodesOf(decided);
  const isFirst = isFirstRefresh(history);
  const changes = sinceLastRefresh(history).filter(isWorse);
  const changed = new Map(changes.map((change) => [subjectKey(change), change]));
  return folded(nodes, liesIn)
    .map(({ head, alerts }): Story => {
      const entry = byKpi.get(head.kpi);
      const fresh = alerts.flatMap((alert) => changed.get(subjectKey(alert)) ?? []);
      const gap = gapOf(head);
      return {
        key: subjectKey(head),
        head,
        members: alerts.filter((alert) => alert !== head),
        decision: entry?.decisions[head.tier] ?? "",
        decider: entry?.user ?? "",
        stake: gap.isMoney ? gap.amount : 0,
        isNew: fresh.length > 0 && fresh.length === alerts.length,
        isWorse: fresh.some(({ from }) => from === "anticipation"),
      };
    })
    .filter(({ head }) => !isFirst || head.tier === "alerte" || isEarly(head))
    .filter((story) => decider === undefined || fold(story.decider) === fold(decider))
    .sort((a, b) => byUrgency({ ...a.head, isWorse: a.isWorse }, { ...b.head, isWorse: b.isWorse }));
}

const isFirstRefresh = ({ standings, log, dataDate }: AlertHistory): boolean =>
  log.length === 0 && standings.every(({ since }) => since === dataDate);

/** Alerts of one member and matter as one node; its head is the gravest, then that of the matter's KPI, then of most money. */
function nodesOf(alerts: readonly Standing[]): readonly Node[] {
  const groups = new Map<string, Standing[]>();
  for (const alert of alerts) {
    const key = JSON.stringify([matterOf(alert.kpi), alert.axis, alert.member]);
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups.values()].map((group) => {
    const [head, ...others] = [...group].sort(byWeight);
    return { head: head!, alerts: [head!, ...others] };
  });
}

const byWeight = (a: Standing, b: Standing): number =>
  gravity(b.tier) - gravity(a.tier) ||
  Number(isEarly(b)) - Number(isEarly(a)) ||
  Number(b.kpi === matterOf(b.kpi)) - Number(a.kpi === matterOf(a.kpi)) ||
  gapOf(b).amount - gapOf(a).amount;

/** Folds narrower members under the wider ones that hold them; the head goes down to who makes most of the gap. */
function folded(nodes: readonly Node[], liesIn: LiesIn): readonly Node[] {
  const isKin = (inner: Node, outer: Node) =>
    matterOf(inner.head.kpi) === matterOf(outer.head.kpi) &&
    (isEarly(inner.head) === isEarly(outer.head) || outer.head.axis === "") &&
    liesIn({ ...inner.head, kpi: outer.head.kpi }, outer.head);
  const inside = (outer: Node, among: readonly Node[]) =>
    among.filter((node) => node !== outer && isKin(node, outer));
  const told: Node[] = [];
  let left = nodes;
  while (left.length > 0) {
    const widest = left.find((node) => left.every((other) => other === node || !isKin(node, other)));
    if (!widest) break;
    const tree = [widest, ...inside(widest, left)];
    const head = actedOn(widest, tree, inside);
    const own = head === widest ? tree : [head, widest, ...inside(head, tree)];
    told.push({ head: head.head, alerts: [...new Set(own)].flatMap(({ alerts }) => alerts) });
    left = left.filter((node) => !own.includes(node));
  }
  return told;
}

/** The level where it can be acted on: down to the one member that makes most of the gap, or that warns early. */
function actedOn(
  widest: Node,
  tree: readonly Node[],
  inside: (outer: Node, among: readonly Node[]) => readonly Node[],
): Node {
  const children = inside(widest, tree).filter(
    (node) => !tree.some((other) => other !== widest && other !== node && inside(other, tree).includes(node)),
  );
  const making = children.find(
    ({ head }) =>
      isEarly(head) ||
      (head.kpi === widest.head.kpi && gapOf(head).amount >= MAKES_IT * gapOf(widest.head).amount),
  );
  return making ? actedOn(making, [making, ...inside(making, tree)], inside) : widest;
}
