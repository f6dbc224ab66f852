/**
 * The state of a transition parser in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the
 * rest of the sentence as buffer, and the arcs made so far. Tokens are those of the text; a sentence is [first, end).
 */

/** Moves the first token of the buffer onto the stack. */
export const SHIFT = 0;
/** The first token of the buffer becomes head of the top of the stack, which is popped. */
export const LEFT = 1;
/** The second token of the stack becomes head of its top, which is popped. */
export const RIGHT = 2;

export class ParserState {
  readonly stack: Int32Array;
  /** How many tokens the stack holds. */
  depth = 0;
  /** First token of the buffer. */
  next: number;
  /** Head of each token of the sentence, by token minus `first`; -1 while it has none. */
  readonly head: Int32Array;
  /** Outermost and second outermost children to the left and to the right, by token minus `first`; -1 for none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;

  constructor(
    readonly first: number,
    readonly end: number,
  ) {
    const n = end - first;
    this.next = first;
    this.stack = new Int32Array(n);
    this.head = new Int32Array(n).fill(-1);
    this.left1 = new Int32Array(n).fill(-1);
    this.left2 = new Int32Array(n).fill(-1);
    this.right1 = new Int32Array(n).fill(-1);
    this.right2 = new Int32Array(n).fill(-1);
    this.leftCount = new Uint8Array(n);
    this.rightCount = new Uint8Array(n);
  }

  /** Whether the tree is complete: all read, one token left, the root. */
  get isDone(): boolean {
    return this.next >= this.end && this.depth <= 1;
  }

  /** The token `n` below the top of the stack, -1 where there is none. */
  at(n: number): number {
    return n < this.depth ? this.stack[this.depth - 1 - n]! : -1;
  }

  /** Marks in `possible` (by move) what may be done now. */
  possibleMoves(possible: Uint8Array): void {
    const hasNext = this.next < this.end;
    possible[SHIFT] = hasNext ? 1 : 0;
    possible[LEFT] = hasNext && this.depth > 0 ? 1 : 0;
    possible[RIGHT] = this.depth > 1 ? 1 : 0;
  }

  /** Does one move, which must be possible. */
  apply(move: number): void {
    if (move === SHIFT) {
      this.stack[this.depth] = this.next;
      this.depth += 1;
      this.next += 1;
      return;
    }
    const dependent = this.at(0);
    const head = move === LEFT ? this.next : this.at(1);
    this.depth -= 1;
    this.attach(dependent, head);
  }

  private attach(dependent: number, head: number): void {
    const h = head - this.first;
    this.head[dependent - this.first] = head;
    if (dependent < head) {
      this.left2[h] = this.left1[h]!;
      this.left1[h] = dependent;
      this.leftCount[h] = Math.min(7, this.leftCount[h]! + 1);
    } else {
      this.right2[h] = this.right1[h]!;
      this.right1[h] = dependent;
      this.rightCount[h] = Math.min(7, this.rightCount[h]! + 1);
    }
  }
}
