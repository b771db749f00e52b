import { Link, makeStyles, Text } from "@fluentui/react-components";
import { usePane, useTexts } from "../context";

/** Cells shown at once: more help nobody, and a mended one makes room for the next. */
const MOST_SHOWN = 50;

const useStyles = makeStyles({
  cells: { margin: "0 0 8px", paddingInlineStart: "16px" },
  cell: { paddingBlock: "4px", overflowWrap: "anywhere" },
});

interface CellListProps {
  /** The list's name for screen readers. */
  readonly label: string;
  /** Lists cells as `Objectifs!D7`, each with its note. */
  readonly cells: readonly { readonly address: string; readonly text: string }[];
  /** Cells that exist beside those given. */
  readonly further?: number;
  /** Says how many are not shown. */
  readonly more: (count: string) => string;
}

/** Cells of the workbook, each a link that selects it. */
export function CellList({ label, cells, further = 0, more }: CellListProps) {
  const styles = useStyles();
  const { effects } = usePane();
  const { formats } = useTexts();
  const hidden = Math.max(0, cells.length - MOST_SHOWN) + further;
  return (
    <>
      <ul className={styles.cells} aria-label={label}>
        {cells.slice(0, MOST_SHOWN).map(({ address, text }) => (
          <li key={`${address} ${text}`} className={styles.cell}>
            <Link as="button" onClick={() => void effects.showCell(address)}>
              {address}
            </Link>
            <Text block size={200}>
              {text}
            </Text>
          </li>
        ))}
      </ul>
      {hidden > 0 && <Text size={200}>{more(formats.count(hidden))}</Text>}
    </>
  );
}
