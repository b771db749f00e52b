import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { RejectedRow } from "../../sales/stream";
import { useTexts } from "../context";
import type { TableProgress } from "../progress";
import { Disclosure } from "./Disclosure";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontVariantNumeric: "tabular-nums" },
  heading: {
    textAlign: "start",
    paddingBlock: "6px",
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: { paddingBlock: "6px", borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, textAlign: "start" },
  figure: { textAlign: "end" },
  aside: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  rows: { margin: 0, paddingInlineStart: "16px" },
  row: { paddingBlock: "4px", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The counts of each table; below, each rejected row with its place and reason. */
export function TableReports({ tables }: { readonly tables: readonly TableProgress[] }) {
  const styles = useStyles();
  const { t, formats, caption } = useTexts();
  const withRejected = tables.filter(({ rejectedCount }) => rejectedCount > 0);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.heading}>{t("result.table")}</th>
            <th className={`${styles.heading} ${styles.figure}`}>{t("result.rows")}</th>
            <th className={`${styles.heading} ${styles.figure}`}>{t("result.aside")}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, rows, rejectedCount }) => (
            <tr key={table}>
              <th scope="row" className={styles.cell}>
                <Text>{caption(table)}</Text>
              </th>
              <td className={`${styles.cell} ${styles.figure}`}>{formats.count(rows)}</td>
              <td
                className={`${styles.cell} ${styles.figure} ${rejectedCount > 0 ? styles.aside : styles.quiet}`}
              >
                {formats.count(rejectedCount)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {withRejected.length > 0 && (
        <div>
          {withRejected.map((table) => (
            <Disclosure key={table.table} label={t("result.show", { table: caption(table.table) })}>
              <RejectedRows table={table} />
            </Disclosure>
          ))}
        </div>
      )}
    </>
  );
}

function RejectedRows({ table }: { readonly table: TableProgress }) {
  const styles = useStyles();
  const { t, formats, caption, setAsideReason, columnCaption } = useTexts();
  const more = table.rejectedCount - table.rejected.length;
  const place = ({ origin, column, table: name }: RejectedRow): string =>
    column ? t("result.place", { origin, column: columnCaption(name, column) }) : origin;
  return (
    <>
      <ul className={styles.rows} aria-label={t("result.show", { table: caption(table.table) })}>
        {table.rejected.map((row) => (
          <li key={`${row.origin} ${row.column ?? ""}`} className={styles.row}>
            <Text block weight="semibold" size={200}>
              {place(row)}
            </Text>
            <Text block size={200}>
              {setAsideReason(row)}
            </Text>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size={200} className={styles.quiet}>
          {t("result.more", { rows: formats.count(more) })}
        </Text>
      )}
    </>
  );
}
