import { toChunks } from "../../sales/builder";
import type { Table } from "../../sales/tables";
import { type Block, type Encoded, TableEncoder } from "./block";
import { REQUEST_BYTES } from "./requestSize";

/** Encodes a whole table block by block, each of one request at most; answers its record. */
export function encodeTable(table: Table, take: (block: Block) => void): Encoded {
  const encoder = new TableEncoder(table.name);
  const cut = () => {
    const block = encoder.cut();
    if (block) take(block);
  };
  let bytes = 0;
  for (const { rows, columns } of toChunks(table)) {
    for (let row = 0; row < rows; row++) {
      bytes += encoder.addRow(columns, row);
      if (bytes < REQUEST_BYTES) continue;
      cut();
      bytes = 0;
    }
  }
  cut();
  return encoder.stored();
}
