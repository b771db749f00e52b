/** Rows sorted into groups, one per combination of members. */
export interface Grouping {
  readonly size: number;
  /** Number of dimensions that the rows are grouped by. */
  readonly depth: number;
  /** By row: its group. Undefined when all rows are one group. */
  readonly codes: Int32Array | undefined;
  /** The group of a combination of members, one code per dimension in the grouping's order; -1 when it has no row. */
  find(members: readonly number[]): number;
}

/** Every row in group 0. */
export const EVERYTHING: Grouping = { size: 1, depth: 0, codes: undefined, find: () => 0 };

/** Up to here a table of all combinations is cheaper than a map of those that occur. */
const LARGEST_TABLE = 1 << 22;

/** Splits each group by one more dimension; only combinations that occur become groups. */
export function splitBy(outer: Grouping, codes: Int32Array, memberCount: number): Grouping {
  const { codes: outerCodes } = outer;
  if (!outerCodes) return { size: memberCount, depth: 1, codes, find: (members) => members[0] ?? -1 };
  const pairs = outer.size * memberCount;
  const groups = pairs <= LARGEST_TABLE ? new PairTable(pairs) : new PairMap();
  const own = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++)
    own[row] = groups.findOrAdd(outerCodes[row]! * memberCount + codes[row]!);
  return {
    size: groups.size,
    depth: outer.depth + 1,
    codes: own,
    find: (members) => {
      const group = outer.find(members);
      return group < 0 ? -1 : groups.find(group * memberCount + members[outer.depth]!);
    },
  };
}

class PairTable {
  size = 0;
  private readonly groups: Int32Array;

  constructor(pairs: number) {
    this.groups = new Int32Array(pairs).fill(-1);
  }

  findOrAdd(pair: number): number {
    const group = this.groups[pair]!;
    if (group >= 0) return group;
    this.groups[pair] = this.size;
    return this.size++;
  }

  find(pair: number): number {
    return this.groups[pair] ?? -1;
  }
}

class PairMap {
  private readonly groups = new Map<number, number>();

  get size(): number {
    return this.groups.size;
  }

  findOrAdd(pair: number): number {
    const known = this.groups.get(pair);
    if (known !== undefined) return known;
    this.groups.set(pair, this.groups.size);
    return this.groups.size - 1;
  }

  find(pair: number): number {
    return this.groups.get(pair) ?? -1;
  }
}
