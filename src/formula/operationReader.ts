import { failed, type Result, success } from "../sales/failure";
import { Scanner, Unexpected } from "./scanner";

/** A number with a decimal point or comma, as both languages write it. */
export const NUMBER_WITH_COMMA = /\d*[.,]?\d+(?:e[+-]?\d+)?/iy;

/** Reads operations between values: what a worksheet's formula and an indicator's calculation share. */
export abstract class OperationReader<N, O extends string> {
  protected readonly scanner: Scanner;

  /** `precedence`: operators that bind least first; each level reads from left to right. */
  protected constructor(
    private readonly text: string,
    private readonly precedence: readonly (readonly O[])[],
  ) {
    this.scanner = new Scanner(text);
  }

  /** One value: a number, a name, what stands in parentheses. */
  protected abstract value(): N;
  /** `at` is the operator's place, from 0. */
  protected abstract joined(operator: O | "-" | "/", left: N, right: N, at: number): N;
  protected abstract literal(value: number): N;
  /** The number that a node is; undefined for any other node. */
  protected abstract numberIn(node: N): number | undefined;

  /** The whole text, a leading `=` passed over. Fails with `formula-syntax` {position from 1, expected}. */
  protected whole(longest: number): Result<N> {
    const { scanner } = this;
    try {
      if (this.text.length > longest) throw new Unexpected(`≤ ${longest}`);
      scanner.take(/[\s\u00a0]*=?[\s\u00a0]*/y);
      const node = this.operation();
      if (!scanner.isAtEnd) throw new Unexpected("fin / end");
      return success(node);
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error;
      return failed("formula-syntax", { position: scanner.position + 1, expected: error.expected });
    }
  }

  protected operation(level = 0): N {
    const operators = this.precedence[level];
    if (!operators) return this.signed();
    let left = this.operation(level + 1);
    for (;;) {
      const at = this.scanner.position;
      const next = this.scanner.oneOf(operators);
      if (next === undefined) return left;
      left = this.joined(next, left, this.operation(level + 1), at);
    }
  }

  private signed(): N {
    const { scanner } = this;
    const at = scanner.position;
    if (scanner.accept("+")) return scanner.deeper(() => this.signed());
    if (!scanner.accept("-")) return this.percent();
    const right = scanner.deeper(() => this.signed());
    const number = this.numberIn(right);
    return number === undefined ? this.joined("-", this.literal(0), right, at) : this.literal(-number);
  }

  private percent(): N {
    let left = this.value();
    for (let at = this.scanner.position; this.scanner.accept("%"); at = this.scanner.position)
      left = this.joined("/", left, this.literal(100), at);
    return left;
  }
}
