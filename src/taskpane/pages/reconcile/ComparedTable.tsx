import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Compared } from "../../../sales/reconcile";
import { useTexts } from "../../context";

const useStyles = makeStyles({
  scroll: { overflowX: "auto" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  heading: { padding: "6px 4px", textAlign: "start", fontWeight: tokens.fontWeightSemibold },
  cell: { padding: "6px 4px", borderTop: `1px solid ${tokens.colorNeutralStroke3}`, verticalAlign: "top" },
  figure: { textAlign: "end", whiteSpace: "nowrap" },
  differing: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** Makes a scrolling region focusable: without, its far end is out of reach for the keyboard. */
const REACHED_BY_KEYBOARD = { tabIndex: 0 };

/** Each number of the CRM beside the workbook's, their difference, and why they differ. */
export function ComparedTable({ compared }: { readonly compared: readonly Compared[] }) {
  const styles = useStyles();
  const { t } = useTranslation("reconcile");
  const figure = mergeClasses(styles.heading, styles.figure);
  return (
    <section {...REACHED_BY_KEYBOARD} className={styles.scroll} aria-label={t("list")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.heading}>{t("measure")}</th>
            <th className={figure}>{t("crm")}</th>
            <th className={figure}>{t("workbook")}</th>
            <th className={figure}>{t("difference")}</th>
          </tr>
        </thead>
        <tbody>
          {compared.map((one) => (
            <Line key={`${one.table} ${one.measure}`} {...one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line(one: Compared) {
  const styles = useStyles();
  const { t } = useTranslation("reconcile");
  const { caption, columnCaption, formats } = useTexts();
  const write = one.measure === "rows" ? formats.count : formats.cents;
  const figure = mergeClasses(styles.cell, styles.figure);
  const reasons = useReasons(one);
  const { workbook, agrees } = one;
  return (
    <tr>
      <td className={styles.cell}>
        {caption(one.table)}
        <Text block size={200} className={styles.reason}>
          {one.measure === "rows" ? t("rows") : columnCaption(one.table, one.measure)}
        </Text>
        {reasons.map((reason) => (
          <Text key={reason} block size={200} className={styles.reason}>
            {reason}
          </Text>
        ))}
      </td>
      <td className={figure}>{write(one.value)}</td>
      <td className={figure}>{workbook === undefined ? "—" : write(workbook)}</td>
      <td className={mergeClasses(figure, agrees ? undefined : styles.differing)}>
        {agrees ? `✓ ${t("same")}` : workbook === undefined ? "—" : `≠ ${write(workbook - one.value)}`}
      </td>
    </tr>
  );
}

/** The explanations of a difference; none where both agree. The CRM's own comes first. */
function useReasons({ agrees, difference, setAside, measure, workbook, value }: Compared): string[] {
  const { t } = useTranslation("reconcile");
  const { text, formats } = useTexts();
  if (agrees) return [];
  const missing = workbook === undefined ? 0 : value - workbook;
  const explainsAll = measure === "rows" && setAside !== undefined && setAside > 0 && setAside === missing;
  return [
    ...(difference ? [text(difference)] : []),
    ...(setAside ? [t(explainsAll ? "allSetAside" : "setAside", { rows: formats.count(setAside) })] : []),
    ...(explainsAll || difference ? [] : [t("since")]),
  ];
}
