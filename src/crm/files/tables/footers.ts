import { type Cell, isBlank, textOf } from "../inputs/sheet";
import { plainWord } from "../values/plainWord";

const FOOTER =
  /^(sous total|total|totaux|grand total|total general|subtotal|somme|moyenne|nombre de|nb de|count|sum|average|page \d|edite le|genere le|exporte le|imprime le|generated|exported|printed|source|filtres?|filters?|copyright|confidential)( |$)/;

/** True for a row that sums up or signs an export instead of holding data: a total, a date of print. `dateAt`: the date's cell. */
export function isFooter(cells: readonly Cell[], dateAt: number | undefined): boolean {
  const at = cells.findIndex((cell) => !isBlank(cell));
  const hasOtherDate = dateAt !== undefined && dateAt !== at && !isBlank(cells[dateAt]);
  return at >= 0 && !hasOtherDate && FOOTER.test(plainWord(textOf(cells[at])));
}
