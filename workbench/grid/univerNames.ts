/** Defined names. Univer keeps the parsed formulas that use a name as they were when the name pointed elsewhere. */
import type { Grid } from "./contract";
import type { GridContext } from "./univerContext";
import type { DirtyRange } from "./univerEngine";

export interface DefinedName {
  readonly name: string;
  /** Without `=`: `Feuil1!$B$2`. */
  readonly refersTo: string;
}

export interface Names extends Pick<Grid, "setName" | "removeName"> {
  names(): readonly DefinedName[];
}

export function namesOf(context: GridContext): Names {
  const { kit, unitId, engine } = context;
  const service = context.injector.get(kit.IDefinedNamesService);
  const functions = context.injector.get(kit.IFunctionService);
  const lexer = context.injector.get(kit.LexerTreeBuilder);
  const changes = new Set<string>([kit.SetDefinedNameMutation.id, kit.RemoveDefinedNameMutation.id]);

  /** Formulas that mention the name, whatever its case. */
  function usersOf(name: string): DirtyRange[] {
    const wanted = name.toLowerCase();
    const sheets = Object.entries(context.model.getFormulaData()[unitId] ?? {});
    return sheets.flatMap(([sheetId, rows]) =>
      Object.entries(rows ?? {}).flatMap(([row, cells]) =>
        Object.entries(cells ?? {}).flatMap(([column, cell]) => {
          const formula = (cell as { readonly f?: string } | null)?.f ?? "";
          if (!formula.toLowerCase().includes(wanted)) return [];
          functions.deleteFormulaAstCacheKey(formula);
          const at = {
            startRow: Number(row),
            endRow: Number(row),
            startColumn: Number(column),
            endColumn: Number(column),
          };
          return [{ unitId, sheetId, range: at }];
        }),
      ),
    );
  }

  context.injector.get(kit.ICommandService).onCommandExecuted((command) => {
    if (!changes.has(command.id)) return;
    // It empties its cache of lexed formulas, which hold names already replaced, and goes on.
    lexer.dispose();
    const users = usersOf((command.params as { name: string }).name);
    if (users.length > 0) engine.recalculate(users, [...new Set(users.map((user) => user.sheetId))]);
  });

  return {
    names: () =>
      Object.values(service.getDefinedNameMap(unitId) ?? {}).map((each) => ({
        name: each.name,
        refersTo: each.formulaOrRefString,
      })),
    setName(name, refersTo) {
      const known = service.getValueByName(unitId, name);
      context.run(kit.sheets.SetDefinedNameCommand.id, {
        unitId,
        id: known?.id ?? `name_${name}`,
        name,
        formulaOrRefString: refersTo.replace(/^=/, ""),
        localSheetId: "AllDefaultWorkbook",
      });
    },
    removeName(name) {
      const known = service.getValueByName(unitId, name);
      // The mutation, not the command: the command writes #REF! into the formulas, Excel leaves them (#NAME?).
      if (known) context.run(kit.RemoveDefinedNameMutation.id, { unitId, ...known });
    },
  };
}
