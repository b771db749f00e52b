/** Applies requests of the Sheets API to a spreadsheet, and refuses as the API does: only the kinds Vigie sends. */
import { ApiError, type Book, type BookSheet, boundsOf, type Cell, newSheet, placesOf } from "./book";

import Sheets = gapi.client.sheets;

/** Google's limits (developers.google.com/sheets/api/limits, support.google.com/drive/answer/37603). */
const LONGEST_CELL = 50_000;
const MOST_CELLS = 10_000_000;
const LONGEST_LIST = 500;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,249}$/;
const CELL_NAME = /^(?:[A-Za-z]{1,3}\d+|R\d+C\d+|true|false)$/i;

const sheetOf = (book: Book, sheetId: number | undefined): BookSheet => {
  const found = book.sheets.find((sheet) => sheet.sheetId === (sheetId ?? 0));
  if (!found) throw new ApiError(`No grid with id: ${sheetId}`);
  return found;
};

type Kind = Exclude<keyof Sheets.Request, undefined>;
type Handlers = { readonly [K in Kind]?: (book: Book, asked: NonNullable<Sheets.Request[K]>) => void };

const HANDLERS: Handlers = {
  addSheet: (book, { properties = {} }) => {
    const { sheetId = book.nextId++, title = `Sheet${sheetId}`, index, hidden, gridProperties } = properties;
    if (book.sheets.some((sheet) => sheet.sheetId === sheetId))
      throw new ApiError(`Sheet with id ${sheetId} already exists`);
    refuseTitle(book, title);
    const sheet = { ...newSheet(sheetId, title), hidden: hidden ?? false, ...defined(gridProperties) };
    book.sheets.splice(index ?? book.sheets.length, 0, sheet);
  },
  deleteSheet: (book, { sheetId }) => {
    const gone = sheetOf(book, sheetId);
    book.sheets = book.sheets.filter((sheet) => sheet !== gone);
    if (!book.sheets.some(({ hidden }) => !hidden))
      throw new ApiError("You can't remove all the visible sheets in a document.");
    for (const [name, { range }] of book.names) if (range.sheetId === sheetId) book.names.delete(name);
  },
  updateSheetProperties: (book, { properties = {}, fields = "" }) => {
    const sheet = sheetOf(book, properties.sheetId);
    if (fields.includes("title")) {
      refuseTitle(book, properties.title ?? "");
      sheet.title = properties.title ?? "";
    }
    for (const [name, value] of Object.entries(defined(properties.gridProperties)))
      if (fields === "*" || fields.includes(name)) Object.assign(sheet, { [name]: value });
    if (sheet.frozenRowCount >= sheet.rowCount || sheet.frozenColumnCount >= sheet.columnCount)
      throw new ApiError("You can't freeze all visible rows or columns on a sheet.");
    for (const key of [...sheet.cells.keys()]) {
      const [row = 0, column = 0] = key.split(",").map(Number);
      if (row >= sheet.rowCount || column >= sheet.columnCount) sheet.cells.delete(key);
    }
  },
  appendDimension: (book, { sheetId, dimension, length = 0 }) => {
    const sheet = sheetOf(book, sheetId);
    if (dimension === "ROWS") sheet.rowCount += length;
    else sheet.columnCount += length;
  },
  updateDimensionProperties: (book, { range = {}, properties = {} }) => {
    const sheet = sheetOf(book, range.sheetId);
    const [sizes, count] =
      range.dimension === "ROWS"
        ? [sheet.rowHeights, sheet.rowCount]
        : [sheet.columnWidths, sheet.columnCount];
    if ((range.endIndex ?? 0) > count) throw new ApiError(`Index ${range.endIndex} is beyond the grid`);
    for (let at = range.startIndex ?? 0; at < (range.endIndex ?? 0); at++)
      sizes.set(at, properties.pixelSize ?? 0);
  },
  updateCells: (book, { range, start, rows = [], fields }) => {
    if (!fields) throw new ApiError("At least one field must be listed in 'fields'.");
    const sheet = sheetOf(book, (range ?? start)?.sheetId);
    const put = (row: number, column: number, data: Sheets.CellData = {}) => {
      const key = `${row},${column}`;
      sheet.cells.set(key, merged(sheet.cells.get(key) ?? {}, data, fields));
    };
    if (range) for (const [row, column] of placesOf(boundsOf(sheet, range))) put(row, column);
    const { rowIndex = 0, columnIndex = 0 } = start ?? {};
    const width = Math.max(0, ...rows.map(({ values = [] }) => values.length));
    if (rows.length > 0 && width > 0)
      boundsOf(sheet, {
        startRowIndex: rowIndex,
        endRowIndex: rowIndex + rows.length,
        startColumnIndex: columnIndex,
        endColumnIndex: columnIndex + width,
      });
    for (const [down, { values = [] }] of rows.entries())
      for (const [right, data] of values.entries()) put(rowIndex + down, columnIndex + right, data);
  },
  mergeCells: (book, { range = {} }) => {
    const sheet = sheetOf(book, range.sheetId);
    const own = boundsOf(sheet, range);
    const overlaps = sheet.merges.some((other) => {
      const { top, bottom, left, right } = boundsOf(sheet, other);
      return own.top < bottom && top < own.bottom && own.left < right && left < own.right;
    });
    if (overlaps) throw new ApiError("You must select all cells in a merged range to merge or unmerge them.");
    sheet.merges.push(range);
  },
  unmergeCells: (book, { range = {} }) => {
    sheetOf(book, range.sheetId).merges = [];
  },
  setDataValidation: (book, { range = {}, rule }) => {
    const sheet = sheetOf(book, range.sheetId);
    if ((rule?.condition?.values?.length ?? 0) > LONGEST_LIST)
      throw new ApiError("Too many values in the list.");
    for (const [row, column] of placesOf(boundsOf(sheet, range))) {
      const key = `${row},${column}`;
      const { rule: _, ...cell } = sheet.cells.get(key) ?? {};
      sheet.cells.set(key, { ...cell, ...(rule && { rule }) });
    }
  },
  addChart: (book, { chart = {} }) => {
    const sheet = sheetOf(book, chart.position?.overlayPosition?.anchorCell?.sheetId);
    const basic = chart.spec?.basicChart;
    const wanted = basic?.chartType === "BAR" ? "BOTTOM_AXIS" : "LEFT_AXIS";
    if (basic?.series?.some(({ targetAxis }) => targetAxis !== wanted))
      throw new ApiError(`Series of a ${basic.chartType} chart must target ${wanted}`);
    const ranges = [
      ...(basic?.domains ?? []).map(({ domain }) => domain),
      ...(basic?.series ?? []).map(({ series }) => series),
    ];
    for (const range of ranges.flatMap((data) => data?.sourceRange?.sources ?? [])) {
      const { left, right } = boundsOf(sheetOf(book, range.sheetId), range);
      if (right - left !== 1) throw new ApiError("A series must be one column wide");
    }
    sheet.charts.push({ id: book.nextId++, chart });
  },
  deleteEmbeddedObject: (book, { objectId }) => {
    const sheet = book.sheets.find(({ charts }) => charts.some(({ id }) => id === objectId));
    if (!sheet) throw new ApiError(`No embedded object with id: ${objectId}`);
    sheet.charts = sheet.charts.filter(({ id }) => id !== objectId);
  },
  addProtectedRange: (book, { protectedRange = {} }) => {
    sheetOf(book, protectedRange.range?.sheetId).protections.push({
      id: book.nextId++,
      range: protectedRange,
    });
  },
  deleteProtectedRange: (book, { protectedRangeId }) => {
    const sheet = book.sheets.find(({ protections }) =>
      protections.some(({ id }) => id === protectedRangeId),
    );
    if (!sheet) throw new ApiError(`No protected range with id: ${protectedRangeId}`);
    sheet.protections = sheet.protections.filter(({ id }) => id !== protectedRangeId);
  },
  addConditionalFormatRule: (book, { rule = {}, index = 0 }) => {
    const sheet = sheetOf(book, rule.ranges?.[0]?.sheetId);
    if (index > sheet.conditionalFormats.length) throw new ApiError(`Index ${index} is too large`);
    sheet.conditionalFormats.splice(index, 0, rule);
  },
  deleteConditionalFormatRule: (book, { sheetId, index = 0 }) => {
    const { conditionalFormats } = sheetOf(book, sheetId);
    if (index >= conditionalFormats.length)
      throw new ApiError(`No conditional format on sheet at index: ${index}`);
    conditionalFormats.splice(index, 1);
  },
  addNamedRange: (book, { namedRange = {} }) => {
    const { name = "", range = {} } = namedRange;
    if (!NAME.test(name) || CELL_NAME.test(name)) throw new ApiError(`Invalid name: ${name}`);
    if (book.names.has(name)) throw new ApiError(`A named range with name '${name}' already exists.`);
    boundsOf(sheetOf(book, range.sheetId), range);
    book.names.set(name, { id: `name${book.nextId++}`, range });
  },
  updateNamedRange: (book, { namedRange = {} }) => {
    const { name = "", namedRangeId = "", range = {} } = namedRange;
    const old = [...book.names].find(([, { id }]) => id === namedRangeId);
    if (!old) throw new ApiError(`No named range with id: ${namedRangeId}`);
    boundsOf(sheetOf(book, range.sheetId), range);
    book.names.delete(old[0]);
    book.names.set(name, { id: namedRangeId, range });
  },
};

/** Applies one request. Throws ApiError for one that Google would refuse, or that the stand-in does not know. */
export function apply(book: Book, request: Sheets.Request): void {
  const kinds = Object.keys(request) as Kind[];
  const [kind] = kinds;
  if (kind === undefined || kinds.length !== 1) throw new ApiError("Must specify exactly one request kind.");
  const handler = HANDLERS[kind] as ((book: Book, asked: unknown) => void) | undefined;
  if (!handler) throw new ApiError(`The stand-in does not know ${kind}`);
  handler(book, request[kind]);
}

/** The size that Google counts: every cell of every grid. */
export function refuseTooLarge({ sheets }: Book): void {
  const cells = sheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
  if (cells > MOST_CELLS)
    throw new ApiError(
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    );
}

function refuseTitle({ sheets }: Book, title: string): void {
  if (title === "" || title.length > 100) throw new ApiError("Invalid sheet name");
  if (sheets.some((sheet) => sheet.title.toUpperCase() === title.toUpperCase()))
    throw new ApiError(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function merged(cell: Cell, data: Sheets.CellData, fields: string): Cell {
  const { stringValue } = data.userEnteredValue ?? {};
  if (stringValue !== undefined && stringValue.length > LONGEST_CELL)
    throw new ApiError("Your input contains more than the maximum of 50000 characters in a single cell.");
  if (data.userEnteredValue?.errorValue) throw new ApiError("errorValue is read-only");
  const has = (field: string) => fields === "*" || fields.split(",").includes(field);
  const { value, format, rule } = cell;
  const next = {
    value: has("userEnteredValue") ? data.userEnteredValue : value,
    format: has("userEnteredFormat") ? data.userEnteredFormat : format,
    rule: fields === "*" ? undefined : rule,
  };
  return defined(next);
}

function defined<T extends object>(given: T | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(given ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
