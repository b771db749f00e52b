import type { SheetId } from "../../grid/contract";
import { rangeOf } from "../arguments";
import type { Book } from "../book";
import { withinLimit } from "../limits";
import type { HostObject } from "../objectModel";
import { invalidArgument } from "../officeError";
import { rangeAt } from "../rangeWalk";
import { collection } from "./collection";

/** The rows, or columns, of a sheet that begin a new page when it is printed. */
export function pageBreaks(book: Book, sheet: SheetId, key: string, axis: "row" | "column"): HostObject {
  const places = () => (book.bags.read(key, "Places") as readonly number[] | null) ?? [];
  const keep = (next: readonly number[]) => book.bags.write(key, "Places", next);
  const pageBreak = (place: number): HostObject => ({
    type: "PageBreak",
    key: `${key}/${place}`,
    id: { _Id: String(place) },
    scalars: {
      RowIndex: { read: () => (axis === "row" ? place : 0) },
      ColumnIndex: { read: () => (axis === "column" ? place : 0) },
    },
    methods: { Delete: () => keep(places().filter((other) => other !== place)) },
  });
  return collection({
    type: "PageBreakCollection",
    key,
    items: () => places().map(pageBreak),
    find: (index) => {
      const place = places()[Number(index)];
      return place === undefined ? undefined : pageBreak(place);
    },
    methods: {
      Add: (at) => {
        const place = (typeof at === "string" ? rangeAt(book, at, sheet) : rangeOf(at, "pageBreakRange"))[
          axis
        ];
        book.assertUnprotected(sheet);
        if (place === 0) throw invalidArgument("No page can begin before the first row or column.");
        withinLimit("pageBreaks", places().length + 1, "Page breaks of a sheet");
        keep([...new Set([...places(), place])].sort((a, b) => a - b));
        return pageBreak(place);
      },
      RemovePageBreaks: () => keep([]),
    },
  });
}
