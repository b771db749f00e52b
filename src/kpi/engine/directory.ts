import { fold } from "../../sales/fold";
import { UNKNOWN_MEMBER } from "../dimensions";
import { nearest } from "../nearest";

/** The code of UNKNOWN_MEMBER in every directory. */
export const UNKNOWN_CODE = 0;

/** One member of a dimension before it has a code. */
export interface MemberEntry {
  /** Name in the data: a row's id, or the text itself. */
  readonly key: string;
  readonly name: string;
  /** Shown when two members bear the same name. */
  readonly id?: string;
  /** Other accepted names. */
  readonly aliases?: readonly string[];
}

/** All members of one dimension: codes from 0, the first being UNKNOWN_MEMBER. Codes are shared by all tables. */
export class Directory {
  /** By code: what people read, `Martin (17)` where two are called Martin. */
  readonly labels: readonly string[];
  private readonly codeByKey = new Map<string, number>();
  private readonly codeByExactName = new Map<string, number>();
  private readonly codeByFoldedName = new Map<string, number>();
  private ranks: Int32Array | undefined;

  constructor(private readonly entries: readonly MemberEntry[]) {
    const folded = entries.map(({ name }) => fold(name));
    const uses = new Map([[fold(UNKNOWN_MEMBER), 1]]);
    for (const name of folded) uses.set(name, (uses.get(name) ?? 0) + 1);
    this.labels = [
      UNKNOWN_MEMBER,
      ...entries.map(({ name, id }, index) =>
        id !== undefined && uses.get(folded[index]!) !== 1 ? `${name} (${id})` : name,
      ),
    ];
    for (const [index, { key }] of entries.entries()) this.codeByKey.set(key, index + 1);
    this.forEachName((name, code) => {
      if (!this.codeByExactName.has(name)) this.codeByExactName.set(name, code);
    });
  }

  /** Labels win over ids, exact spelling over folded, earlier members over later ones. */
  private forEachName(learn: (name: string, code: number) => void): void {
    this.labels.forEach(learn);
    this.entries.forEach(({ id, aliases = [] }, index) => {
      if (id !== undefined) learn(id, index + 1);
      for (const alias of aliases) learn(alias, index + 1);
    });
  }

  /** Folding thousands of names takes longer than most answers: done when somebody spells one otherwise. */
  private foldedNames(): ReadonlyMap<string, number> {
    if (this.codeByFoldedName.size === 0)
      this.forEachName((name, code) => {
        const folded = fold(name);
        if (!this.codeByFoldedName.has(folded)) this.codeByFoldedName.set(folded, code);
      });
    return this.codeByFoldedName;
  }

  get size(): number {
    return this.labels.length;
  }

  /** The code of what the data calls a member; UNKNOWN_CODE when there is none. */
  codeOfKey(key: string | undefined): number {
    return (key === undefined ? undefined : this.codeByKey.get(key)) ?? UNKNOWN_CODE;
  }

  /** Name of a member in the data; undefined for UNKNOWN_MEMBER. */
  keyOf(code: number): string | undefined {
    return this.entries[code - 1]?.key;
  }

  /** The member a person means by a name or an id; undefined when there is none. */
  find(text: string): number | undefined {
    return this.codeByExactName.get(text) ?? this.foldedNames().get(fold(text));
  }

  hasExactly(text: string): boolean {
    return this.codeByExactName.has(text);
  }

  nearest(text: string): string | undefined {
    return nearest(text, this.labels, fold);
  }

  /** By code: the place of the label in alphabetical order. */
  get rankByName(): Int32Array {
    if (this.ranks) return this.ranks;
    const { compare } = new Intl.Collator("fr");
    const codes = this.labels.map((_, code) => code);
    codes.sort((a, b) => compare(this.labels[a]!, this.labels[b]!) || a - b);
    this.ranks = new Int32Array(codes.length);
    for (const [rank, code] of codes.entries()) this.ranks[code] = rank;
    return this.ranks;
  }
}
