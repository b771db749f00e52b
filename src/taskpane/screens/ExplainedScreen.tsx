import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { AXES, type DayRange, type Explanation, termName, type Unit } from "../../kpi";
import type { CellExplanation } from "../../live";
import { ActionButton } from "../components/ActionButton";
import { DetailTable } from "../components/DetailTable";
import { Panel } from "../components/Panel";
import { ScreenFrame } from "../components/ScreenFrame";
import { usePane, useTexts } from "../context";
import type { ExplainedCell } from "../explainer";

const useStyles = makeStyles({
  kpi: { display: "flex", flexDirection: "column", gap: "4px" },
  value: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  quiet: { color: tokens.colorNeutralForeground2 },
  facts: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: "12px", rowGap: "6px", margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  actions: { display: "flex", flexDirection: "column", gap: "8px" },
});

/** The origin of the selected cell's number, or a kind word that the cell asks no KPI. */
export function ExplainedScreen({ address, found }: ExplainedCell) {
  const styles = useStyles();
  const { store } = usePane();
  const { t } = useTexts();
  return (
    <ScreenFrame heading={t("explained.heading")}>
      <Text size={200} className={styles.quiet}>
        {address}
      </Text>
      {found ? <Story {...found} /> : <NoKpi />}
      <div className={styles.actions}>
        {found && <ActionButton action="writeDetail" appearance="primary" />}
        <Button icon={<ArrowLeftRegular />} onClick={() => store.dispatch({ type: "explanation-closed" })}>
          {t("actions.close")}
        </Button>
      </div>
      {found && <DetailTable {...found} />}
    </ScreenFrame>
  );
}

function NoKpi() {
  const { t } = useTexts();
  return (
    <Panel aria-live="polite">
      <Text weight="semibold">{t("explained.none")}</Text>
      <Text>{t("explained.noneHint")}</Text>
    </Panel>
  );
}

function Story({ explanation, kpi, isCellsNumber }: CellExplanation) {
  const styles = useStyles();
  const { t, text, formats } = useTexts();
  const { kpi: id, filters, rowCount, dataDate, terms } = explanation;
  const { period, value } = useFigures(explanation, kpi?.unit);
  const facts = [
    [t("explained.period"), period],
    [
      t("explained.filters"),
      filters.map(({ axis, member }) => `${text(AXES[axis].label)} : ${member}`).join(" ; "),
    ],
    ...(terms?.map((term) => [
      termName(term),
      t("explained.term", {
        value: term.value === null ? "–" : formats.number(term.value),
        rows: formats.count(term.rowCount),
      }),
    ]) ?? [[t("explained.rows"), formats.count(rowCount)]]),
    [t("explained.dataDate"), formats.day(dataDate)],
  ];
  return (
    <>
      <div className={styles.kpi} aria-live="polite">
        <Text weight="semibold">{kpi ? `${text(kpi.label)} (${id})` : id}</Text>
        <Text className={styles.value}>{value}</Text>
      </div>
      {!isCellsNumber && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t("explained.other")}</MessageBarBody>
        </MessageBar>
      )}
      {kpi && <Text>{text(kpi.explanation)}</Text>}
      <dl className={styles.facts}>
        {facts.map(([term = "", fact], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a calculation may have the same term twice, always in its order
          <Fact key={`${place} ${term}`} term={term} fact={fact || t("explained.noFilter")} />
        ))}
      </dl>
    </>
  );
}

function Fact({ term, fact }: { readonly term: string; readonly fact: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{fact}</dd>
    </>
  );
}

function useFigures(
  { period, answer }: Explanation,
  unit: Unit | undefined,
): {
  readonly period: string;
  readonly value: string;
} {
  const { t, formats } = useTexts();
  const days = ({ from, to }: DayRange): string =>
    from === undefined && to === undefined
      ? t("explained.allData")
      : `${from === undefined ? "…" : formats.day(from)} – ${to === undefined ? "…" : formats.day(to)}`;
  if (typeof answer !== "number") return { period: days(period), value: t("explained.nothing") };
  const write = { money: formats.cents, percent: formats.percent } as const;
  const value = unit && unit in write ? write[unit as keyof typeof write](answer) : formats.number(answer);
  return { period: days(period), value };
}
