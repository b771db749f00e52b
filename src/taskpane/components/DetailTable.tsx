import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { CellExplanation } from "../../live";
import { parseIsoDay } from "../../sales/calendar";
import { useTexts } from "../context";

const useStyles = makeStyles({
  group: { display: "flex", flexDirection: "column", gap: "6px", minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  scroll: {
    overflowX: "auto",
    maxHeight: "60vh",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  heading: {
    position: "sticky",
    top: 0,
    padding: "6px 8px",
    textAlign: "start",
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  cell: { padding: "4px 8px", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  figure: { textAlign: "end" },
});

/** Makes a scrolling region focusable: without, its far end is out of reach for the keyboard (axe asks for it too). */
const REACHED_BY_KEYBOARD = { tabIndex: 0 };

/** The rows behind a number, in a frame that scrolls by keyboard too. */
export function DetailTable({ detail, explanation }: CellExplanation) {
  const styles = useStyles();
  const { t, text, formats } = useTexts();
  const shown = detail.rows.length;
  if (shown === 0) return null;
  const caption =
    shown < explanation.rowCount
      ? t("explained.newest", { shown: formats.count(shown), rows: formats.count(explanation.rowCount) })
      : t("explained.all");
  const written = (value: string | number | null): string => {
    if (typeof value === "number") return formats.number(value);
    const day = value === null ? undefined : parseIsoDay(value);
    return day === undefined ? (value ?? "") : formats.day(day);
  };
  return (
    <div className={styles.group}>
      <Text weight="semibold">{t("explained.list")}</Text>
      <Text size={200} className={styles.quiet}>
        {caption}
      </Text>
      <section {...REACHED_BY_KEYBOARD} className={styles.scroll} aria-label={t("explained.list")}>
        <table className={styles.table}>
          <thead>
            <tr>
              {detail.headings.map((heading) => (
                <th key={heading.en} scope="col" className={styles.heading}>
                  {text(heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {detail.rows.map((row) => (
              <tr key={String(row[0])}>
                {row.map((value, column) => (
                  <td
                    key={detail.headings[column]?.en}
                    className={`${styles.cell} ${typeof value === "number" ? styles.figure : ""}`}
                  >
                    {written(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
