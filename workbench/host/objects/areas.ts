import type { GridRange } from "../../grid/contract";
import type { Book } from "../book";
import type { HostObject } from "../objectModel";
import { OfficeError } from "../officeError";
import { cellCount } from "../rangeCells";

/** Several ranges at once: their addresses and themselves; they have no formats of their own in this host. */
export function areasObject(book: Book, ranges: readonly GridRange[], reference?: string): HostObject {
  let kept = reference;
  const refuse = (what: string) => () => {
    throw new OfficeError("NotImplemented", `RangeAreas.${what} is not implemented by this host.`);
  };
  return {
    type: "RangeAreas",
    key: `areas/${ranges.map((range) => book.address(range)).join(",")}`,
    get id() {
      return kept === undefined ? undefined : { _ReferenceId: kept };
    },
    scalars: {
      Address: { read: () => ranges.map((range) => book.address(range)).join(",") },
      AreaCount: { read: () => ranges.length },
      CellCount: { read: () => ranges.reduce((sum, range) => sum + cellCount(range), 0) },
    },
    links: {
      Areas: () => ({
        type: "RangeCollection",
        key: "areas/items",
        items: () => ranges.map((range) => book.make.range(range)),
      }),
      Format: refuse("format"),
      ConditionalFormats: refuse("conditionalFormats"),
      DataValidation: refuse("dataValidation"),
    },
    methods: {
      _KeepReference: () => {
        kept ??= book.keep(ranges, true);
        return null;
      },
    },
  };
}
